"""Requests to write or understand regular expressions."""

from clio.synthetic.grammar import Topic, lines

TOPIC = Topic(
    name="regex_help",
    area="software",
    weight=0.5,
    concern=1,
    contexts=lines("""
        [I'm working|It's] in [Python|JavaScript|Notepad++|VS Code|Google Sheets|grep|PHP|Java].
        The [lines|strings|entries] [look like|are of the form] [INV-2026-0417|2026/05/03 14:22|+49 30 \
            1234|name: value; name: value].
        [Some|A few] [lines|of them] [have|contain] [extra spaces|accents|a trailing comma|no number at all].
        [I tried|My pattern was|So far I have] [dot star|two capture groups|something with a lookahead|a \
            digit class], [it matches too much|no match|it's greedy].
        [There are|I have] [about|around|over] {big} [file names|log lines|product codes|cells] to \
            [clean|go through|rename].
        [I found|I copied] [one|a pattern] [online|on a forum] [but|and] [can't read it|it fails on \
            umlauts|have no clue why it works].
        [The regex|My expression] [works|passes] on [regex101|a tester], [yet|but] [not in my code|fails in \
            Excel|fails on the server].
        [Nested|Escaped] [quotes|brackets|parentheses] [make|are making] it [messy|break|hard].
        [It's|This is] for [validating a form|a scraper|a log parser|renaming photos|an import].
        [The|Our] [tool|firewall|CMS|router] [only supports|uses] [POSIX|RE2|basic] [syntax|regex], [so no \
            lookbehind|sadly].
        [I never|I'd never] [learned|touched] regex [before|properly], [it looks like noise|every symbol \
            scares me].
        [Users|Customers] [type|enter] [it|numbers|dates] [in all sorts of ways|with dots or dashes|however \
            they like].
        [A colleague|{colleague}] [left|wrote] [a monster|one huge regex] [without|with no] comments.
        [Performance|Speed] [went down|drops] [badly|] [on long lines|when nothing matches], [backtracking \
            I guess|is that normal].
        [German|French|Spanish] [letters|accents] [must|should] [count|be allowed] [as letters|too].
        [I need|We need] the [number|part] [before|after|between] the [last slash|first \
            colon|brackets|hyphen].
        [Everything|All text] [is|comes] [on one line|in one big string|over several lines].
        [Replacing|Search and replace] [by hand|manually] [would take|takes] [days|hours|forever].
    """),
    asks=lines("""
        [Write|Give me|What's] a regex [that matches|for|to find] [dates like 3.5.2026|UK postcodes|24h \
            times|hex colours|version numbers][?|.|]
        [How do I|How can I] [match|capture|extract] [everything between|the text inside] [two \
            quotes|brackets|html tags|the first and second comma]?
        [Explain|Break down|What does] this [pattern|regex|expression] [do|mean|]: \
            ^(?=.*[a-z0-9|d{lc}4{rc}])[a-z]+.{lc}8,{rc}$[?| please|]
        [Why is|How come it's|Is it normal that it's] [so greedy|matching the whole line|skipping the first \
            hit|slow on long lines] [with dot star|here|in my pattern]?
        [{canyou}|please] [adapt|change|fix] [my expression|it] so [it ignores case|spaces are optional|it \
            stops at the first match|umlauts pass][?|.]
        [Validate|Check] [email addresses|phone numbers|IPv4 addresses|usernames] with [a regex|one \
            pattern], [how strict|what do people use]?
        [Replace|Swap|Reorder] [last name, first name|day and month|the two columns] [using|with] [capture \
            groups|search and replace] in [VS Code|sed|Notepad++].
        [Remove|Strip|Delete] [html tags|everything after a hash|double spaces|leading zeros] [with|by] \
            [regex|a replace pattern][?|.|]
        [What is|Explain] [a lookahead|a lookbehind|a non-capturing group|a word boundary|a backreference] \
            [in simple terms|with an example|good for][?|.]
        [Split|Cut] [a string|the line] [on commas|at semicolons] [but not|except] [inside quotes|within \
            brackets], [possible|how]?
        [I want to|How would I] [rename|batch rename] {big} [photos|files] from [IMG_0012 (3)|scan-a-1] to \
            [date first|something clean] [with regex|].
        [Only|Match only] [whole words|lines without a number|numbers over 999|strings not ending in jpg], \
            [how is that written|what's the pattern]?
        [Pull|Get|Grab] [prices|order numbers|urls|hashtags] [out of|from] [a text|emails|log lines] \
            [using|with] [grep|Python re|a sheet formula].
        [Is|Would you call] regex [the right tool|a good idea|any good] for [nested json|html|csv with \
            quotes|arithmetic], or [not|what else]?
        [My|The] [lookbehind|named group|unicode class] [isn't supported|throws an error] in \
            [Safari|Go|MySQL|grep], [alternative|what instead]?
        [Match|Find] [the same word twice|repeated letters|duplicate lines in a row] [with|by] [one \
            expression|a backreference][?|.|]
        [Which flags|What flag] [do I need|makes it work] [for multiple lines|to ignore case|so dot matches \
            newlines]?
        [Test|{canyou} test] [this|my] pattern against [a few edge cases|these examples|tricky input] and \
            [say what fails|improve it][?|.|]
        [Turn|Convert] [this wildcard|my glob|a LIKE pattern|this English rule] [to|into] [a regular \
            expression|regex].
    """),
    terse=lines("""
        regex [email|phone number|date|postcode|url|iban] [validation|javascript|python|pattern]
        regex [between|inside|after|before] [brackets|quotes|last slash|colon] [example|]
        [regex|regular expression] [lookahead|lookbehind|non greedy|word boundary] [explained|example|cheat \
            sheet]
        [remove|strip|replace] [html tags|whitespace|numbers|special characters] regex [python|js|]
        regex [match|exclude] [line not containing|whole word|only letters|unicode letters] [how|]
        [sed|grep|notepad++|vscode] [capture group|replace|multiline] [regex|example|syntax]
        [split|extract] [csv|numbers|url|hashtags] [with|using] regex [python|java|sheets]
        [google sheets|excel] regexextract [number|text between|date] [example|]
        regex [too slow|catastrophic backtracking|greedy] [fix|why|][| beginner| today]
        [what does|meaning of] [?:|?=|^ and $|{lc}2,5{rc}|.*?] [in regex|mean regex]
    """),
    details=lines("""
        [Please|And] [explain|comment] [each part|every symbol|it piece by piece].
        [Must|It has to] [work|run] in [JavaScript|Python's re|grep -E|Google Sheets|PCRE].
        [No|Without] [lookbehind|named groups|flags], [not supported|the tool can't].
        [Readable|Simple] [over|rather than] [perfect|clever|short], [I maintain it|others read it].
        [Case|Upper and lower case] [doesn't matter|should be ignored|matters][.|, if you can.|]
        [Give|Add] [some|{small}] [test strings|examples that should fail|matches and non-matches].
        [Empty|Blank] [lines|values] [should|must] [not match|be skipped|stay].
        [One|A single] [expression|line] [only|if possible][, no code around it|].
        [It|The match] [should stop|must end] at the [first|last] [dot|space|slash].
        [Accents|Umlauts|Non-English letters] [have to|should] [be allowed|work too].
        [Speed|Performance] [counts|matters], [files are huge|it runs on every request][.|, that helps me.|]
        [Just|Only] the [pattern|regex], [I know the rest|no explanation needed][.|, ideally.|]
    """),
    followups=lines("""
        [It|That one] [also matches|still misses] [the header|numbers with dots|empty strings|www links].
        [What|and what] [does|is] the [question mark|backslash b|caret|dollar sign] [do|for] [there|in it]?
        [Same|the same] [but|only] [for|with] [two digits|optional spaces|the second match|upper case]?
        [How|and how] [do I|to] [use|put] [it|this] in [a replace|javascript|my formula]?
        [can|Could] it [ignore|skip|allow] [umlauts|dashes|lines starting with #|spaces]?
        [Doesn't|does not] [work|match] [in|on] [sed|excel|my editor], [error is: invalid group|nothing \
            happens].
        [why|Why] [two|so many] [brackets|backslashes|groups]?
        [perfect|Great], [one more|another one]: [german phone numbers|times|a price with comma]
        [Is|would] there [be|] a [shorter|simpler] [one|way|pattern]?
        [Show|give] [me|] [an example|what it captures|a line that fails][ please|].
    """),
    replies=lines("""
        [Make|Turn] the quantifier lazy [with|by adding] a question mark, so it stops at the first \
            [match|closing quote].
        [Use|Try] a negated class: [anything but a quote|everything except the bracket], [one or more \
            times|repeated].
        The caret and dollar [anchor|tie] the pattern to [start and end|the whole line].
        A lookahead [checks|peeks at] what follows without [consuming|including] it.
        [For e-mails|For addresses], [keep it loose|a simple check is best], then [send a \
            confirmation|verify by mail].
        [Capture|Put] both names in groups and [replace with|swap them using] the second, then the first.
        [Regex can't|A pattern won't] parse nested [tags|brackets] reliably; [use a parser|take an HTML \
            library].
        [Add|Set] the multiline flag, [then|so that] the anchors [work|match] on every line.
    """),
)
