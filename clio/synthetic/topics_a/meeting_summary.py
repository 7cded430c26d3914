"""Requests to prepare, record and summarise meetings."""

from clio.synthetic.grammar import Topic, lines

TOPIC = Topic(
    name="meeting_summary",
    area="business",
    weight=1.1,
    concern=1,
    contexts=lines("""
        [We were|There were|It was] {small} [people|of us|departments], [mostly|] [online|in one room|half \
            on video].
        [The meeting|Our call|It] [took|lasted|ran] [an hour|{number} minutes|twice as long as planned].
        [I have|There's] [a transcript|rough notes|a recording|a photo of the whiteboard], [messy|{number} \
            pages|full of ums].
        [{colleague}|The client|The board] [missed it|wasn't there|needs it] [and|but] [wants the short \
            version|asks for decisions|has five minutes].
        [We discussed|Topics were|It was about] [the budget|hiring|the new website|the delay|office rules] \
            [and|plus] [holiday cover|prices|a complaint].
        [Notes|My notes say]: [{name} calls supplier, launch moved to {month}|no budget for ads, {name} \
            unhappy|test on {weekday}, open: who pays].
        [It's|This was] [our weekly|a project|the quarterly|an emergency] [meeting|call|review] at {company}.
        [Nobody|No one] [agreed|wrote down] [who does what|anything|on a deadline].
        [It got|Things got] [a bit loud|personal|off topic] [when|after] [money came up|{name} spoke|the \
            delay was mentioned].
        [I'm|I was] [the new assistant|taking minutes for the first time|the project lead|only a guest][.|, \
            as you can guess.]
        [The next|Our next] [meeting|call] is [on {weekday}|in two weeks|at {hour}].
        [They|People] [talk|jump] [in circles|from topic to topic], [so|and] [order is hard|I lost track].
        [Some|Part] of it [is|was] confidential, [names|salaries] [must stay out|should not appear].
        [English|The call] [was|wasn't] [in Spanish|half in German|everyone's first language].
        [We always|Every {weekday} we] [end|leave] without [a result|clear tasks|a date].
        [The old|Last month's] minutes [are|were] [{small} pages|unreadable|never read].
        [I need|It must go] [it out|to everyone] [by {hour}|today|before the weekend].
        [Two|{small}] [decisions|points] [were made|are still open], [I think|not sure which].
    """),
    asks=lines("""
        [Summarise|{canyou} summarise|Sum up] [my meeting notes|this transcript|the call|what was said] [in \
            {number} lines|with action items|for my boss][.|?|]
        [Turn|Make] [these notes|bullet points|my scribbles] [into|] [proper minutes|a protocol|a short \
            email|a task list].
        [Who|Pull out who|List who] [does what|has which task] [by when|until {weekday}|and what's open] \
            from [the notes|this text|the chat].
        [Write|Draft|I need] [an agenda|a one-hour agenda|an invitation] for [a kickoff|our team meeting|a \
            budget review|the retro].
        [How do I|What's the best way to] [take|write|structure] [minutes|notes] [when people talk fast|in \
            a video call|so they get read]?
        [Template|A template|A simple form] for [meeting minutes|a decision log|one-to-ones|a daily \
            standup][, please|].
        [Extract|Find|Get] the [decisions|open questions|risks|deadlines] [from|in] [this transcript|my \
            notes|an hour of talk].
        [Shorten|Cut] [the minutes|my summary] [to half a page|to five bullets|for executives], [keep|but \
            keep] [the numbers|who decided].
        [Rewrite|Word|Phrase] [an argument|the conflict|criticism] [neutrally|diplomatically] [for the \
            minutes|in the protocol]: "[{name} said it was a disaster|they refused to pay|nobody listens to \
            us]"
        [Follow-up|A follow-up mail|Message] [after|to all about] [the meeting|our workshop|a client call], \
            [with tasks|friendly|two paragraphs].
        [Prepare|Help me prepare] [for|] [a tough meeting|the quarterly review|chairing my first meeting|a \
            call with the client], [questions|talking points|structure].
        [Should|Do] minutes [include|contain] [who said what|every opinion|jokes|votes], [what's usual|is \
            there a rule]?
        [Compare|Check] [last week's tasks|the old minutes] with [today's notes|the update] and [say|list] \
            what [is done|slipped].
        [Group|Sort|Order] [these {number} points|our brainstorm|sticky notes] [by topic|into themes|by \
            urgency].
        [How can|Ideas how] we [make|keep] [our weekly meeting|standups|calls] [shorter|useful|on track]?
        [Translate|Summarise in English] [the German minutes|a Spanish call|French notes], [half a \
            page|keep names out|decisions only].
        [Make|Create] a [table|checklist|timeline] [of|from] [the action items|what we agreed|tasks and \
            owners].
        [Explain|What do they mean by|Clear up] [the jargon|"circle back"|"parking lot"|RAG status] \
            [in|from] [the notes|this meeting][?|.]
        [One-paragraph|Three-line|Tweet-length] [summary|recap] [of|for] [the all-hands|a board \
            meeting|yesterday's workshop], [plain words|no names].
    """),
    terse=lines("""
        [summarize|summarise] [meeting|transcript|call] [notes|action items|in {small} bullets]
        [meeting|board] minutes [template|example|format|short] [word|email|]
        [agenda|invitation] [kickoff|team meeting|retro|one on one] [1 hour|template|]
        [extract|list] [action items|decisions|deadlines] from [notes|transcript|chat]
        [follow up|recap] email after [client meeting|workshop|call] [example|tasks|]
        [take|write] [minutes|notes] [faster|zoom call|best practice|who said what]
        [neutral|diplomatic] wording [conflict|criticism|complaint] [minutes|protocol]
        [standup|retro|weekly meeting] [format|questions|shorter|remote]
        [notes|bullets|whiteboard photo] to [minutes|email|task table][| beginner| today]
        [executive|one page|three line] summary [meeting|workshop|quarterly review][| ideas| asap]
    """),
    details=lines("""
        [Half a page|Ten lines|Five bullets] [at most|max|please][.|, if you can.|]
        [Tasks|Action items] [with|need] [owner and date|a deadline|names in bold].
        [No|Leave out] [names|small talk|opinions|who was late][.|, ideally.|]
        [Decisions|Results] first, [then|and then] [open points|the discussion][.|, please.|]
        [Plain|Simple] [English|words], [no|without] [jargon|abbreviations].
        [Past tense|Neutral tone|Formal style][, please|, it goes to the board|][.|, ideally.|]
        [As|Give me] [a table|an email|bullets I can paste][.|, if you can.|]
        [Don't|Please don't] [add|guess] [anything|dates], [mark|flag] [gaps|unclear points].
        [Keep|Leave] the [numbers|quotes|amounts] [exact|as said].
        [Next|The next] [date|meeting] [at the end|goes on top][.|, that helps me.|]
        [For|Readers are] [people who weren't there|the director|our client][.|, please.|]
        [German|British] date format[, please|][.|, if you can.|]
    """),
    followups=lines("""
        [Add|put in] [{name} owns the budget|a deadline for point {small}|the next meeting on {weekday}].
        [Shorter|too long], [only|just] [decisions|tasks|three lines].
        [Can|could] you [make|turn] it [into|] [a table|an email|slides]?
        [Who|did anyone] [has|take] [the supplier task|point {small}]?
        [Remove|take out] [the names|the argument|the prices][.| then.|]
        [And|what about] the [open questions|risks|parking lot][?|, sorry?|]
        [Softer|neutral] [wording|tone] for [the complaint|point {small}|the last item].
        [Here's|now] the [second|other] half of [the notes|it]: [website live in {month}, {name} on \
            leave|budget cut {percent}, no hiring].
        [Is|was] [anything|something] [missing|unclear|contradicting]?
        [Subject|a subject] line [too|for the mail][?|, sorry?|]
    """),
    replies=lines("""
        [Decided|Decision]: launch moves to {month}. [Tasks|To do]: {name} [calls|asks] the supplier by \
            {weekday}. [Open|Not settled]: who pays for testing.
        [Three points stand out|In short]: budget frozen, [hiring postponed|one role stays open], and [a \
            test run on {weekday}|the pilot goes ahead].
        [Agenda|Here's an agenda]: [goal|welcome] (5 min), status ({number} min), [decision on scope|risks] \
            (15 min), [tasks and dates|next steps] (5 min).
        [Neutral wording|Try]: "[Concerns were raised about the schedule|The team sees the quality as not \
            yet sufficient]."
        [I marked two gaps|Two things are unclear]: [no owner for the website|the date of the review] and \
            [the budget figure|who informs the client].
        [Minutes|They] usually [record|need] decisions, tasks and dates; [who said what|single opinions] \
            [stays out|only if asked].
        Hi all, [thanks for today|thank you for joining]. [Below are the tasks|Here is what we agreed]; \
            [please correct me by {weekday}|shout if I missed something].
        [Grouped|Sorted] into four themes: [costs|money], people, [timing|schedule] and [customer \
            feedback|quality].
    """),
)
