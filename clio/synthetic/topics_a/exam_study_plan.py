"""Requests for study plans, revision and learning techniques."""

from clio.synthetic.grammar import Topic, lines

TOPIC = Topic(
    name="exam_study_plan",
    area="learning",
    weight=1.0,
    concern=1,
    contexts=lines("""
        [My|The] [exam|final|test] is [on {weekday}|in {duration}|in {month}|next week].
        [I have|There are] {small} [exams|subjects|papers] [in one week|back to back|within {number} days].
        [I work|I've got a job] [{number} hours a week|nights|at weekends], [so|and] [only evenings are \
            free|time is tight].
        [I've|I have] [done|covered] [hardly anything|half the chapters|the easy parts] [so far|until now].
        [I failed|I didn't pass] [the first time|it in {month}|by two points], [this is my last try|and I'm \
            nervous].
        [It's|The exam is] [multiple choice|oral|open book|three essays|four hours long].
        [Chemistry|Statistics|Anatomy|Contract law|Macroeconomics] is [the worst|what I fear|my weak spot].
        [I get|I'm easily] distracted [by my phone|after {number} minutes|at home], [the library helps|I've \
            tried everything].
        [The material|We have] [is|] {big} [pages|slides], [plus|and] [old exams|a reader|videos].
        [I'm|I am] [a nursing student|in my final school year|doing a distance degree|{age} and back at \
            school].
        [I read|I highlight|I reread] [everything|the notes] [three times|for hours], [nothing sticks|next \
            day it's gone].
        [My kids|My shifts|Training] [take|takes] [the mornings|most afternoons|{weekday} and {weekday}].
        [I have|With] [ADHD|dyslexia|exam nerves], [long blocks don't work|plans usually die after two days].
        [Friends|My group|{relative}] [study|studies] [eight hours a day|together], [I can't|that's not me].
        [I need|The pass mark is|I aim for] [{percent} more|at least a B|60 points|the top grade].
        [Last semester|Last time] I [crammed|started too late|slept three hours], [never again|it barely \
            worked].
        [There's|We get] a [formula sheet|mock exam on {weekday}|list of topics] [beforehand|].
        [I know|I'm fine with] [the theory|most definitions], [applying it|past papers] [is hard|takes me \
            too long].
    """),
    asks=lines("""
        [Make|Create|{canyou} make] [a study plan|a revision timetable|a schedule] for [my biology \
            final|the bar exam|the driving theory test|{small} exams][.|?|]
        [How do I|How can I|What's the best way to] [study|revise|prepare] for [an oral exam|maths|an open \
            book exam|a certification] in [{duration}|only five days|the evenings]?
        [I have|There's] {duration} [left|until the exam], [what should I|where do I] [start with|focus \
            on|begin]?
        [Which|What] [technique|method] [helps|works] [to remember|for] [formulas|dates|drug names|legal \
            articles|vocab] [long term|fast|]?
        [Divide|Split|Spread] {big} pages [over|across] [{number} days|three weeks], [with|including] \
            [revision days|breaks|a buffer].
        [Is|Would you call] [spaced repetition|the Pomodoro thing|studying at night|rereading] [worth \
            it|any good|overrated], [and how to do it|honestly]?
        [Help me|How do I] [stop|avoid] [procrastinating|cramming|checking my phone|panicking] [before|in] \
            [the exam|finals|study weeks]?
        [Turn|Convert] [this topic list|my syllabus|chapter titles] into [a weekly plan|daily tasks|a \
            checklist].
        [Quiz me|Ask me|Test me] [on|about] [cell biology|microeconomics|anatomy|traffic signs], [like in \
            the exam|one question at a time].
        [What|How much] [can I|should I] [realistically|still] [do|learn] [the night before|in one \
            weekend|in {number} hours]?
        [Rearrange|Adjust|Fix] my [plan|timetable], [I lost|I missed] [three days|a week] [with flu|due to \
            work|].
        [Make|Write] [flashcards|summary questions|a cheat sheet to learn from] [about|on] \
            [photosynthesis|the nervous system|Keynes|organic reactions].
        [How many|What number of] hours [a day|daily] [is sensible|should I study] [with a job|for a \
            resit|when I have ADHD]?
        [Balance|Combine] [work and exams|training and finals|kids and studying], [what would a week look \
            like|suggest a routine|ideas]?
        [Guide|Walk] me through [active recall|mind maps|the Feynman technique|making my own mock test] \
            [with an example|].
        [Which|What] [topics|chapters] [would|should] I [skip|cut] [if|when] [time runs out|I only want to \
            pass]?
        [My|A] [child|son|daughter], {child_age}, [has to|must] [learn for|catch up before] [a spelling \
            test|final exams|an entry test], [a plan for us|how do we structure it]?
        [Exam day|The day itself|The last morning]: [what to eat|how to stay calm|what to do first], \
            [tips|please]?
        [Plan|Set up] [group study|a two-person study session|a study weekend] [for|before] [the stats \
            exam|our resit], [who does what|with breaks].
    """),
    terse=lines("""
        study [plan|schedule|timetable] [{small} weeks|5 days|{duration}] [biology|law|finals|maths]
        [how to study|revise] [for oral exam|with adhd|while working|last minute] [tips|plan|]
        [spaced repetition|active recall|pomodoro|feynman technique] [how to|schedule|example|worth it]
        [memorize|remember] [formulas|dates|anatomy|vocabulary] [fast|technique|before exam]
        [stop|beat] [procrastination|exam anxiety|cramming] [students|before finals|]
        [flashcards|quiz|practice questions] [anatomy|economics|driving theory|chemistry]
        [study|revision] [routine|hours per day] [full time job|with kids|night shift]
        [night before|morning of|day of] exam [what to do|sleep or study|calm][| beginner| today]
        [how many|split] [pages|chapters|topics] per day [exam in {number} days|{big} pages]
        [resit|retake|failed exam] [study plan|motivation|what to change][| please| advice]
    """),
    details=lines("""
        [Max|At most|Not more than] {small} hours [a day|on weekdays][, really|].
        [Leave|Keep] [Sundays|one evening|{weekday}] free[, please|, family day|].
        [Put|Schedule] the [hard|boring] [stuff|topics] [in the morning|first|before lunch].
        [As|Give it as] [a table|a day-by-day list|a checklist][.|, if you can.|]
        [Include|Build in] [breaks|past papers|two buffer days|sleep][.|, that helps me.|]
        [No|Without] [apps|buying books|group work|5am starts][.|, ideally.|]
        [Realistic|Be realistic], [I'm lazy|I know myself|plans usually fail][.|, please.|]
        [Start|Begin] [today|on {weekday}|tomorrow evening].
        [Explain|Say] [why|how] [each step helps|to check progress], [briefly|].
        [Past papers|Old exams] [count most|exist|are on the website], [use them|plan those in].
        [For|It's for] [someone with ADHD|a 16 year old|a beginner|slow readers][.|, that helps me.|]
        [Small|Tiny] [steps|goals] [please|work best for me][.|, please.|]
    """),
    followups=lines("""
        [I can't|can't do] [{weekday}s|mornings|more than an hour], [move it|change that].
        [What|and] [if|when] I [miss a day|fall behind|get sick]?
        [Add|put in] [sport|my shifts|the mock exam|a rest day][.| then.|]
        [How|so how] do I [know|check] [I'm on track|that it sticks][?| then?|]
        [Give|show] me [the first day|today|week one] in [detail|hours].
        [Is|isn't] that [enough|too much] [for a B|with a job|]?
        [next|Next] [question|topic|card][ please|].
        [Which|what] [order|chapters] [first|would you take][?| then?|]
        [Can|could] you [make|turn] it [into a table|shorter|for {small} weeks]?
        [how|any trick] to [stay awake|focus|get started] [after work|]?
        [My answer|i'd say]: [mitochondria|b|supply falls|article {number}], [right|correct]?
    """),
    replies=lines("""
        [Week one|First week]: one chapter [a day|each evening], {weekday} [for past papers|as review]. \
            [Week two|Then]: only [weak spots|old exams].
        [Close the book|Put notes away] and write down what you remember; [the gaps|what's missing] [are \
            tomorrow's list|show where to work].
        [Two blocks|Three blocks] of 25 minutes [before work|after dinner] beat [four tired hours|one long \
            night].
        [Skip|Leave] the [rare topics|details]; [four themes|the first half] make up most [points|marks] in \
            the old papers.
        [The night before|Tonight]: [one page of keywords|a short review], then [sleep|bed by eleven]. \
            [Memory settles overnight|No new topics].
        [You lost three days|Missed days happen], so I [merged|moved] the [light chapters|reviews] and \
            [kept the mock exam|left the buffer].
        [First card|Question]: which [part of the neuron|organelle] [receives signals|makes energy]?
        [Say it|Explain it] aloud to [an empty chair|a friend]; where you [stumble|hesitate], [look it \
            up|read again].
    """),
)
