"""Questions about version control with git."""

from clio.synthetic.grammar import Topic, lines

TOPIC = Topic(
    name="explain_git",
    area="software",
    weight=0.9,
    concern=1,
    contexts=lines("""
        [I come|We're coming] from [SVN|Perforce|just copying folders|Dropbox], [so|and] [git feels \
            odd|branches are new to me].
        [We are|Our team is] {small} [people|developers|students], [all|everyone] pushing [to main|straight \
            to master|to the same branch].
        [I committed|I accidentally committed] [to main|to the wrong branch|a {number} MB file|my password \
            file|node_modules].
        [It's|The repo is] on [GitHub|GitLab|Bitbucket|a company server|Azure DevOps].
        [git status|The terminal|VS Code] [shows|says] [detached HEAD|diverged|{number} commits \
            behind|unmerged paths].
        [Nothing|None of it] is pushed [yet|so far], [it's all|everything is] [local|on my laptop].
        [I already|I have already|Sadly I] pushed [it|the commit|that branch], [and|so] [colleagues pulled \
            it|others may have it].
        [I ran|Out of panic I ran|{colleague} told me to run] [git reset --hard|git clean|git pull \
            --force|rebase -i] [without thinking|and regret it|five minutes ago].
        [I mostly use|I'm using] [GitHub Desktop|the VS Code buttons|Sourcetree|only the command line][.|, \
            as you can guess.]
        [My pull request|The merge request] [has conflicts|shows {number} files changed|is two weeks \
            old|won't merge].
        [There's|We have] a [release|deadline|code freeze] [on {weekday}|tonight|this week], [I can't \
            break|please don't let me break] [anything|main].
        [I only|All I] know [add, commit and push|clone and pull|three commands], [the rest|everything \
            else] is [magic|fog].
        [{colleague}|My tutor|The reviewer] [asked|wants] me to [squash|rebase|tidy up my history|split the \
            commit].
        [I work|I'm working] [from two computers|at home and in the office|on Windows and Linux][.|, as you \
            can guess.]
        [The course|Our lecturer|A video] [skipped|went fast over] [branches|remotes|rebasing].
        [Two|A couple of] [files|functions] [I need|I want back] were [deleted|overwritten|lost] [in a \
            merge|last week|{small} commits ago].
        [We|They] [use|follow] [git flow|trunk based development|feature branches|no process at all].
        [It's|This is] my first [open source contribution|job as a developer|group project|week with \
            git][.|, actually.]
    """),
    asks=lines("""
        [What's|Explain] the difference between [merge and rebase|fetch and pull|reset and revert|origin \
            and upstream][?|, please.]
        [How do I|Can I] [undo|take back|reverse] [my last commit|the last push|a merge] [without|but not] \
            [losing|lose] [my changes|the files]?
        [I have|Got] [a merge conflict|conflicts in {small} files], [what do|how should] [I|one] \
            [pick|resolve it|do now]?
        [What|Please explain what] [is|does] [HEAD|a detached HEAD|the staging area|git stash|cherry-pick] \
            [mean|actually do|in simple words][?|.]
        [Move|I want to move|How to move] [my commits|the last {small} commits] [from main|off master] \
            [to|onto] [a new branch|another branch][?|.]
        [Is there|Any|there must be] [a way|some trick] to [get back|recover|restore] [a deleted \
            branch|lost commits|a file I removed] [after|following] [a hard reset|a bad rebase|git clean]?
        [Why|How come] [does git|is git] [say|telling me] ["everything up-to-date"|"rejected \
            non-fast-forward"|"unrelated histories"|"nothing to commit"]?
        [Remove|How can I purge|I must erase] [a secret|an API key|a huge file] [from|out of] [the whole \
            history|every commit|the repo][?|.]
        [When|in which cases] [should|would] [I|we|a team] [rebase|squash|use tags|fork instead of branch]?
        [Walk me through|Show me|teach me] [a pull request|the feature branch workflow|a simple daily git \
            routine] [from start to end|for a beginner|step by step].
        [Combine|Squash|Merge] my [last|latest] {small} commits [into one|together] [before|prior to] [the \
            review|pushing], [how|which command]?
        [What goes|What should I put] in [a .gitignore|the commit message|my README] for [a Python \
            project|Unity|a small team|React]?
        [I'm|My branch is] [{number} commits behind|way behind|out of date with] main - [rebase or \
            merge|what's the safest way to update|how to catch up]?
        [{canyou}|please] explain [branches|commits|remotes|tags] [with|using] [an analogy|a picture in \
            text|everyday examples][?|.]
        [How can I|What command lets me] [see|find out] [who changed this line|what changed between two \
            tags|when a bug came in|which files a commit touched]?
        [Push|git push] [fails|is refused|asks for a password] [with|because of|and mentions] [permission \
            denied (publickey)|403|a protected branch|a token], [what to do|help]?
        [Ignore|Stop tracking|Untrack] [a file|a folder|config files] [that is|already] [committed|in the \
            repo] [but keep|without deleting] [it locally|my copy], [how|possible]?
        [Set up|Configure] [two accounts|ssh keys|a second remote|line endings] [on|for] [one \
            laptop|Windows|work and private], [how does that work|what do I need]?
        [Does|Will] [git revert|git pull|deleting a fork|force push] [delete|overwrite|affect] [my local \
            changes|other people's work|old commits]?
    """),
    terse=lines("""
        git [undo|revert|amend] last commit [after push|keep changes|not pushed][| beginner| today]
        git [merge vs rebase|fetch vs pull|reset vs revert][ simple explanation| when|][| beginner| today]
        [resolve|fix|abort] merge conflict [vscode|command line|git][ help|]
        git [detached head|stash|cherry-pick|reflog|bisect] [explained|how to|what is]
        [recover|restore] [deleted branch|lost commit|file] git [reset --hard|reflog|]
        [remove|delete] [large file|password|secret] from git history[| help| tips]
        git push [rejected|permission denied|non-fast-forward] [fix|github|why][| ideas| asap]
        [squash|combine] [commits|last {small} commits] git [rebase -i|before merge|]
        gitignore [not working|python|already tracked file|node_modules][| help| tips]
        [create|rename|delete] [remote branch|branch] git [command|locally and remote|]
        git [workflow|branching|commit message] [best practice|small team|beginners][| please| advice]
    """),
    details=lines("""
        [Commands|The exact commands] [please|would be best], [not theory|I'll read up later][.|, that \
            helps me.|]
        [I'm afraid|I'm scared] of [losing work|breaking main], so [the safe way|warn me] please[.|, \
            ideally.|]
        [Explain|Say it] [like|as if] [I'm five|I had never used a terminal|I were new].
        [No|Without] [force push|rebase], [company rule|it's blocked|others share the branch].
        [In|For|with] [GitHub Desktop|VS Code|the command line|IntelliJ] if [possible|there's a way].
        [Keep|It needs to keep] the [author|dates|history] [intact|as is].
        [Short|A short answer|Two sentences] [is enough|will do|please][.|, that helps me.|]
        [I'm on|This is] [Windows|a Mac|Linux], git [2.39|2.43|fairly recent].
        [Draw|Maybe draw] [a little diagram|it in ascii|the commits as letters][.|, please.|]
        [And|Also] how [to check|can I see] [that it worked|what will happen first|the state before].
        [We|Our repo] [protect|protects] main, [only|so just] [pull requests work|maintainers can push].
        [Assume|let's say] the branch is called [feature/login|dev|fix-{number}|my-work].
    """),
    followups=lines("""
        [and|And what] if [I already pushed|somebody else pulled|the branch is shared][?|, sorry?|]
        [It|Now it] says [fatal: not a git repository|you have unstaged changes|CONFLICT (content)], [what \
            now|is that bad]?
        [What's|so what is] [the difference|better], [--soft or --mixed|rebase or merge|ours or theirs]?
        [Does|will] [that|this] [delete|change] [my files|anything on github|the old commits]?
        [How|where] [can|do] I [see|check] [that first|what it will do|the reflog]?
        [Done|ok did that], [next|and now]? [the remote still shows it|colleagues see nothing|it opened vim]
        how [do I|to] [exit|save in] [vim|that editor|the log view]
        [Can|could] I [do|get] that in [vscode|the github website|one command]?
        [Should|must] [everyone|my colleagues] [clone again|pull|do something] [afterwards|now]?
        [which one|What] would you [recommend|choose] for [a team of {small}|beginners|just me]?
    """),
    replies=lines("""
        git reset --soft HEAD~1 [takes back|undoes] the commit and [keeps|leaves] your changes \
            [staged|ready to commit].
        A merge [keeps both histories|ties two lines together]; a rebase [replays your commits|moves your \
            work] on top[, so the log stays straight|].
        [Don't worry|Good news], git reflog still [lists|knows] the old commit: [check it out|make a branch \
            from that hash].
        [Edit|Open] the file, [keep the lines you want|choose one side], remove the markers, then git add \
            and [commit|continue].
        [HEAD is|Think of HEAD as] a bookmark for where you are; detached means [it sits on a commit|no \
            branch moves with it].
        The remote has commits you don't. [Pull first|Fetch and rebase], then push [again|].
        [Since it's pushed|As others may have it], [use git revert|prefer revert], which adds a commit that \
            [cancels|undoes] the change.
        [Change the key first|Rotate the secret now], then [clean the history|use git filter-repo] and \
            [force push|tell the team].
    """),
)
