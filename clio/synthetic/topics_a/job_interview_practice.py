"""Requests to prepare for job interviews."""

from clio.synthetic.grammar import Topic, lines

TOPIC = Topic(
    name="job_interview_practice",
    area="business",
    weight=1.3,
    concern=1,
    contexts=lines("""
        [The interview|It|My interview] is [on {weekday}|tomorrow at {hour}|next week|in two days], [by \
            video|on site|with three people|by phone first].
        [It's|The job is|They're hiring] [a {job}|as a {job}|for a team lead|a trainee] at {company}.
        [I haven't|I've not] [interviewed|had an interview] [since {year}|in {number} years|in English \
            before].
        [Last time|In the last one] I [froze|talked too much|went blank|forgot my own CV] [when|at] [they \
            asked about weaknesses|the salary question|the case].
        [They said|The mail says|HR wrote] there [will be|is] [a case study|a technical part|a role play|a \
            test day].
        [I was|I got] [fired|let go|bullied out] [from my last job|in {month}|after {duration}], [how to \
            tell that|they will ask].
        [I'm|I am] [overqualified|changing fields|{age}|just out of school|returning after parental leave].
        [English|German|The interview language] is [not my first language|my third language], [I get \
            slow|grammar breaks under stress].
        [My|The] [experience|background] [is|comes from] [retail|care work|the army|a family \
            business|teaching].
        [The company|That place|The firm] [offers|pays] [{money} less|well|below market], [I want|I'd like] \
            {percent} more.
        [I know|I researched] [their products|the boss from before|hardly anything], [the culture|the team] \
            [seems|looks] [formal|young|tough].
        [I get|I have] [sweaty hands|a red neck|a shaky voice|blackouts] [when nervous|in front of panels].
        [There are|I beat] {number} [applicants|others], [it's the second round|final round|only two left].
        [My CV|My record] [has|shows] [a gap in {year}|four jobs in three years|no degree].
        [A friend|{relative}|Someone inside] [says|warned me] they [ask trick questions|love numbers|look \
            for attitude].
        [I really|I badly] [want|need] [it|this job|the visa], [so|and] [I overthink|I'm scared to blow it].
        [I also|In parallel I] have an offer [from {company}|with a deadline on {weekday}], [can I say \
            that|is it leverage].
        [The role|It] [involves|includes] [night shifts|leading {small} people|cold calls|travel].
    """),
    asks=lines("""
        [Act as|Be|Play] [the interviewer|a strict recruiter|my future boss] and [ask me \
            questions|interview me|grill me] for a {job} [job|role|position][, one by one|].
        [How do I|How should I|What do I] answer ["tell me about yourself"|"what's your biggest \
            weakness"|"why did you leave"|"where in five years"] [as a {job}|honestly|without clichés]?
        [Which|What] questions [will they|might they|do they usually] ask [a {job}|career changers|for a \
            trainee post|in a second interview]?
        [Give|Suggest] me [good|smart|{small}] questions to ask [the employer|at the end|about the team].
        [Rate|Check|Improve] my answer: "[I'm a perfectionist|I want to grow|I left because my boss was \
            awful|I work well under pressure]"
        [Explain|How do I explain|How honest am I about] [a gap|being fired|burnout|a short job] [in the \
            interview|when they ask|without lying]?
        [Practise|Let's practise|Help me practise] [salary negotiation|a case|the STAR method|a phone \
            screening], [you start|be tough|beginner level].
        [Turn|Make] [my story|this experience] into a STAR [answer|example]: [late delivery, angry client|I \
            trained {small} new people|we lost a big order|a conflict on shift].
        [What|How much] [salary|pay] [should|can] I [ask for|say] [as a {job}|in {city}|with {small} years' \
            experience], [and how to phrase it|if they ask first]?
        [How|Any tips to] [calm down|stay calm|handle nerves|stop rambling] [before|during] [an interview|a \
            panel|a video call]?
        [Technical|Typical technical|Tricky] questions for [a data analyst|a nurse|an electrician|a junior \
            developer], [with answers|quiz me|hard ones].
        [What do I|What should I] [wear|bring|say first|do with my hands] [to|in] [a {job} interview|a \
            trial day|a video interview]?
        [Prepare|Make] [a cheat sheet|a plan|a {number} minute routine] for [tomorrow's interview|the last \
            evening|a group assessment].
        [They asked|Someone asked me|What if they ask] [if I want kids|my age|about my illness|for my \
            current pay], [is that legal|what do I reply]?
        [Write|Draft] [a thank-you mail|a short note|a follow-up] after [my interview|the second round|a \
            rejection] [at {company}|].
        "[Why should we hire you|Why do you want to work here|What makes you different]" - [a strong \
            answer|help me answer] for [an introvert|a {job}|someone without experience].
        [Simulate|Do] [a panel|a stress interview|an English interview] [with me|for a hotel job|for a PhD \
            place], [feedback after each answer|score me].
        [How do I|Can I] [talk|speak] about [weaknesses|failure|a conflict with a boss] [positively|without \
            sounding fake|in 60 seconds]?
        [Research|What should I know about] [the company|a hospital|a start-up] before [the talk|an \
            interview], [checklist|what impresses]?
    """),
    terse=lines("""
        interview questions [{job}|team lead|trainee|career changer] [with answers|common|second round]
        ["tell me about yourself"|"biggest weakness"|"why should we hire you"] [answer|{job}|example]
        [mock|practice] interview [{job}|english|phone|ask me questions]
        [star method|behavioral questions] [examples|conflict|leadership|no experience][| ideas| asap]
        [salary|pay] [negotiation|expectation] interview [{job}|what to say|first offer]
        [explain|hide] [gap|getting fired|job hopping] [interview|honest answer|]
        questions to ask [employer|interviewer|at the end] [smart|{job}|remote job]
        [nervous|blackout|video] interview [tips|calm down|what to wear][| ideas| asap]
        [thank you|follow up] [email|mail] after interview [short|no answer|second round]
        [technical|case] interview [nurse|data analyst|junior developer|consulting] [quiz|prep]
        [illegal|awkward|trick] interview questions [children|age|how to answer][| beginner| today]
    """),
    details=lines("""
        [One|Ask one] question at a time[, wait for my reply| please|][.|, that helps me.|]
        [Honest|Tough|Kind] feedback [after each answer|at the end], [please|don't spare me].
        [Answers|It] [under|in] [a minute|{number} seconds|three sentences].
        [I can't|I don't want to] lie[, even a bit| about dates|][.|, ideally.|]
        [Simple|B1] English, [I'm not native|I learn it by heart][.|, please.|]
        [Focus on|Mostly] [soft skills|the technical part|leadership|motivation][.|, ideally.|]
        [No|Avoid] [buzzwords|clichés|memorised phrases][.|, that helps me.|]
        [They|The firm] [are|is] [very formal|relaxed|family-run|public sector].
        [Make|Let] it sound [natural|confident|modest], [like me|not arrogant].
        [Give|Show] [a bad and a good example|{small} versions|a skeleton].
        [The job ad|Their site] [stresses|mentions|asks for] [flexibility|Excel|patience with customers].
        [Start|Begin] [easy|with small talk], [get|then] harder[.|, please.|]
    """),
    followups=lines("""
        [Next|ok next] question[ please|][.|, sorry.|]
        [My answer|I'd say]: [I once led a move of {number} desks|I like clear goals|honestly, the \
            location|I stayed calm and called the client].
        [Was|is] that [too long|too honest|good|arrogant][?|, sorry?|]
        [How|what] would you [say|answer] [it|] [instead|in my place]?
        [And|what] if they [push|ask why again|offer less|say nothing][?| then?|]
        [Can|could] you [make|be] [it harder|stricter|shorter]?
        [Give|show] me [the score|three tips|a better version][.|, sorry.|]
        [Should|do] I [mention|bring up] [the other offer|my kids|the gap]?
        [now|And] [the salary part|their questions|the closing][.|, sorry.|]
        [What|how] about [body language|my first sentence|silence][?|, sorry?|]
        [they|Update: they] [invited me again|rejected me|want references], [what now|next step]?
    """),
    replies=lines("""
        [Good morning|Welcome], thanks for coming. [To begin|First]: [what drew you to this role|walk me \
            through your last job]?
        [Good content|That's solid], but [cut|shorten] the start: [lead with the result|open with what you \
            did], then [why it mattered|one number].
        [Name|Pick] a real weakness, [what it cost once|a small example], and what you [do about it \
            now|changed].
        "[The role ended when the team was cut|We agreed to part]; since then I've [retrained|freelanced]." \
            [Short, calm, done|Then stop talking].
        [Ask|Try]: "[What would a good first half year look like|Who would I work with most]?"
        [That question|This] isn't allowed in many countries; [you may|you can] [smile and return to the \
            job|ask how it relates to the role].
        [Give a range|Name a figure] with [{percent} above|room over] your minimum, and [wait|let silence \
            work].
        [Breathe out|Exhale] longer than you [inhale|breathe in], [sip water|pause], and [repeat the \
            question|buy yourself five seconds].
    """),
)
