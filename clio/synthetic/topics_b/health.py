"""Topics of the body and the mind: training, sleep, symptoms."""

from clio.synthetic.grammar import Topic

TOPICS: tuple[Topic, ...] = (
    Topic(
        name="workout_plan",
        area="health",
        weight=1.4,
        concern=1,
        contexts=(
            (
                "[I haven't exercised|I've done no sport|Haven't moved much] since [school|the "
                "pregnancy|I changed jobs|{month}] and [stairs leave me puffing|I'd like to change "
                "that|my back tells me daily]."
            ),
            (
                "[I'm {age}|Just turned {age}], [desk job|on my feet all day], [decent shape "
                "otherwise|a bit overweight|weak shoulders]."
            ),
            (
                "[There's a|I signed up for a] [half marathon|charity 10k|cycling tour] in "
                "[{month}|{city} this {season}|[two weeks|three weeks|a month|six weeks|two months|half "
                "a year]], [bit optimistic maybe|and I'm undertrained|no turning back]."
            ),
            (
                "[My knee|My left shoulder|The lower back] [is cranky|has been operated on|complains "
                "after squats], [cleared by the physio|nothing torn|so I avoid jumping]."
            ),
            (
                "[Gym membership|The gym] [runs out|closes] [in {month}|soon], so [I'm moving training "
                "home|it's bodyweight from now on]."
            ),
            (
                "[I own|At home I've got] [two kettlebells|a pull-up bar and bands|adjustable "
                "dumbbells|a rowing machine] [and a mat|, nothing else|gathering dust]."
            ),
            (
                "[Progress|My bench|Everything] [stalled|has been flat|stopped improving] [[two "
                "weeks|three weeks|a month|six weeks|two months|half a year] ago|since {month}], "
                "[frustrating|I'm bored too|despite being consistent]."
            ),
            (
                "[The trainer at my gym|A guy at work|{relative}] [swears by|keeps pushing] "
                "[splits|fasted cardio|three-hour sessions], [which I doubt|and I'm not convinced]."
            ),
            (
                "[Mornings|Lunch breaks|Only evenings] [are all I have|work for me], [thirty minutes "
                "tops|two or three times a week|kids permitting]."
            ),
            (
                "[Getting married|Wedding|Beach holiday] in [{month}|[two weeks|three weeks|a month|six "
                "weeks|two months|half a year]] and [I want to feel good in photos|vanity, I admit|a "
                "goal helps]."
            ),
            (
                "I [started lifting|took up running|joined a climbing gym] [[two weeks|three weeks|a "
                "month|six weeks|two months|half a year] ago|in {month}] and [love it|know nothing "
                "about programming|am making it up as I go]."
            ),
            (
                "[I get bored easily|Routine kills me|Variety keeps me going], so [the same machines "
                "every day|endless treadmill] [won't last|never sticks]."
            ),
            (
                "[Blood pressure|My blood sugar|Cholesterol] was [high|borderline] at [the last "
                "check|my check-up], [the doctor said move more|so this is the first step]."
            ),
            (
                "[Travelling|I'm on the road] [three days a week|most of the month], [hotel "
                "rooms|airports and car seats], so [no fixed gym|equipment varies]."
            ),
            (
                "[I used to|Years ago I'd] [row competitively|play handball|swim every day], [then life "
                "happened|then kids], [muscle memory, do your thing|starting humble]."
            ),
            (
                "[hey|hi coach,] [total newbie here|newbie here|beginner, please be nice], [the free "
                "weights corner scares me|I feel stared at in gyms|never held a barbell]."
            ),
            (
                "[I recover slowly|My sleep is patchy|I'm sore for days] [these days|since the flu|at "
                "my age], [so volume needs care|and overdoing it ends in a break]."
            ),
            (
                "[Goal|My aim|What I'm after] is [one proper pull-up|a two-hour hike without "
                "misery|touching my toes|more strength, not size], [nothing extreme|by {season}]."
            ),
        ),
        asks=(
            (
                "[Design|Write|Build] me a [three-day|four-day] [full-body|upper/lower] "
                "[routine|programme] [with sets and reps|for the next six weeks|I can do at home]."
            ),
            (
                "[How should I|What's a sensible way to] [split|arrange] [legs, push and pull|strength "
                "and running] [over the week|with only three sessions]?"
            ),
            (
                "[What exercises|Which moves] [replace|can stand in for] [squats|overhead "
                "presses|deadlifts] [when the knee hurts|with no equipment|for someone with a stiff "
                "back]?"
            ),
            (
                "[I'd like|Need] a [couch to 5k style|12-week half marathon|beginner interval] [running "
                "plan|schedule] [that isn't crazy|starting from zero]."
            ),
            (
                "Is [thirty minutes|twice a week|training daily] [enough|too much] to [build "
                "muscle|lose a few kilos|keep fit], [realistically|or am I fooling myself]?"
            ),
            (
                "[Check|Rate|Pick apart] my [current plan|routine]: [bench, rows, curls on Monday, "
                "squats Thursday|5 km every other day and planks|yoga twice, spin once]. [What's "
                "missing?|Too little?|Balanced?]"
            ),
            (
                "How do I [break|get past] a [plateau on|sticking point in] [bench|pull-ups|my 10k "
                "time] [after months of nothing|without adding more days]?"
            ),
            (
                "[Explain|Can someone explain] [progressive overload|zone 2 training|deload weeks|RPE] "
                "[so that I can use it tomorrow|in simple terms|with an example week]."
            ),
            (
                "[warm-up|Suggest a warm-up] [before heavy deadlifts|for cold mornings|before sprints], "
                "[five to ten minutes|nothing fancy], [please|and why each bit matters]."
            ),
            (
                "[Could you|Would you] [make|sketch] a [mobility|core|stretching] [sequence|session] "
                "[for office workers|after running|I can do in front of the telly]?"
            ),
            (
                "[Home workout|A session at home] [with two dumbbells|with resistance bands only|in a "
                "tiny room], [quiet enough for downstairs|forty minutes|for tired evenings]."
            ),
            (
                "[What should my week look like|How would you lay out a week|How might a week look] [if "
                "I want to get stronger and still run|when training for a triathlon|after a month "
                "off|with two rest days]?"
            ),
            (
                "[How many|Roughly how many] [sets per muscle|rest days|calories above maintenance] [do "
                "I need|make sense] [as a beginner|past forty|to gain slowly]?"
            ),
            (
                "[I want to learn|Teach me|Cue me through] the [kettlebell swing|barbell "
                "squat|handstand], [common mistakes too|step by step|with drills]."
            ),
            (
                "[Plan|Map out] [my return|a comeback] after [a slipped disc|having a baby|a broken "
                "ankle|covid], [gentle at first|week by week|nothing risky]."
            ),
            (
                "[Which is better|What would you choose] for [fat loss|my goals|general health]: "
                "[weights or cardio|swimming or cycling|short hard runs or long slow ones]?"
            ),
            (
                "[Could an older person|Can my father, who's [68|71|77],|Can somebody past sixty] "
                "[start lifting|do interval training], and [what would the first month be|where to "
                "begin]?"
            ),
            (
                "[Turn|Please turn] [these notes|this list] into a [timetable|training log]: [squat "
                "3x5, rows 3x8, farmer walks|swim Tuesday, gym Thursday, long ride Sunday]."
            ),
            (
                "[Why do my|Any idea why my] [forearms give out|hips hurt|calves cramp] [before my back "
                "is tired|on long runs|when squatting deep], and [how do I train that|what should I "
                "change]?"
            ),
        ),
        terse=(
            "[3 day|4 day|push pull legs] [split|workout] [beginner|home|women over 40|hypertrophy]",
            "[dumbbell|kettlebell|bodyweight] [full body|leg day|20 min workout] [plan|no jumping|pdf]",
            "[half marathon|10k|first 5k] [plan|training schedule] [12 weeks|beginner|3 runs per week]",
            "[bench|deadlift|pull up] [plateau|form check cues|alternatives] [tips|program|]",
            "[warm up|stretches|mobility] [before squats|desk job|tight hips|runners]",
            "how many [sets|rest days|reps] [for strength|per week|over 50|natural lifter]",
            (
                "[workout|gym routine|exercise] [bad knees|shoulder impingement|after c "
                "section|herniated disc]"
            ),
            "[progressive overload|deload week|zone 2] [explained|example|how often|mistakes|in practice]",
            "[core|glute|back] exercises [at home|bands|no equipment] [routine|]",
            "[swimming|cycling|rowing] [plan|intervals] [fat loss|beginner|3x week]",
        ),
        details=(
            (
                "[Sessions|Workouts] [no longer than|capped at|around] [forty minutes|half an "
                "hour|{number} minutes][, warm-up included|]."
            ),
            (
                "[No jumping|Nothing with impact|Low impact only], [neighbours below|my ankles "
                "object|doctor's orders|I'm pregnant]."
            ),
            "[I weigh|I'm] about [{number} kilos|75 kg|ninety kilos][, 1.70 m| and fairly tall|].",
            (
                "[Equipment|What I have]: [a barbell and rack|bands only|whatever a cheap gym has|two "
                "10 kg dumbbells|stairs and a park]."
            ),
            "[Tuesdays|{weekday}s] [are out|must stay free], [football training|choir|childcare].",
            (
                "[Include|Please include|I'd like] [rest days|how to progress|a warm-up|alternatives "
                "for each move]."
            ),
            "[I hate|Can't stand|Please no] [burpees|running|lunges|machines][, be warned|].",
            (
                "[I can currently do|Right now I manage|My best is] [five push-ups|twenty squats|a 3 km "
                "jog|about 40 kg on bench]."
            ),
            (
                "[I eat|My diet is] [vegetarian|fairly healthy|high protein already|a mess], [if that "
                "changes anything|for context]."
            ),
            "[Posture|Longevity|Strength|Joint health] matters more [than looks|than numbers][ to me|].",
            (
                "[Keep the jargon out|No abbreviations|Plain names for exercises], [please|I had to "
                "look up AMRAP|English isn't my first language|thanks|explain terms if you must]."
            ),
            "[Easy on|Careful with] [my wrist|the lower back|my right hip|the neck][, old injury|].",
        ),
        followups=(
            "[What weight|How heavy] should I [start with|use] [for the rows|on leg day|in week one]?",
            (
                "[Can I|Could I|Is it ok to] swap [day two and three|the lunges for step-ups|rowing for "
                "the bike|the Friday session|the core circuit]?"
            ),
            (
                "[I did the first week|Week one done|Tried it], [legs are dead|it felt too easy|loved "
                "it]. [Adjust?|What next?]"
            ),
            (
                "And [what do I eat|how much protein|what about stretching|what should I drink] [around "
                "it|on rest days|afterwards]?"
            ),
            (
                "[I missed|I had to skip] [two sessions|a whole week], [do I repeat it|just carry "
                "on|start over]?"
            ),
            (
                "[How do I know|When do I know|How can I tell] [it's time to add weight|I'm "
                "overtraining|my form is right|a day off is due]?"
            ),
            (
                "[Can you|Could you|Please] [put it in a table|shorten it to two days|make week five to "
                "eight|add cardio]?"
            ),
            (
                "[My wrist hurts|My knees click|I feel it in my neck] [doing that one|during "
                "planks|afterwards], [should I stop|what am I doing wrong]?"
            ),
            (
                "[Do I need|Is there any point in] [creatine|a heart rate monitor|lifting shoes|foam "
                "rolling] [for this|at my level|]?"
            ),
            (
                "[What results|What] can I [realistically|honestly] expect [by {month}|in [two "
                "weeks|three weeks|a month|six weeks|two months|half a year]|after twelve weeks]?"
            ),
            (
                "[Show me|Give me] a [lighter|no-equipment|hotel room] version [for bad days|for travel "
                "weeks|]."
            ),
        ),
        replies=(
            (
                "[Train three days|Start with three days|Three sessions a week suit you], [full body "
                "each time|one squat, one push, one pull], and [add a little weight weekly|leave two "
                "reps in reserve]."
            ),
            (
                "[Pain is a stop sign|Sharp pain means stop], [soreness isn't|stiffness is fine]; [swap "
                "the move|use a box squat or step-up] [and rebuild slowly|for two weeks]."
            ),
            (
                "[Most of your running|Four runs in five] should be [easy enough to talk|slow], [with "
                "one faster session|then one day of intervals] [a week|at most]."
            ),
            (
                "[When progress stalls|On a plateau|Once you stall], [take an easier week|drop the load "
                "a tenth], then [build up again|change the rep range]."
            ),
            (
                "[Here's the plan|I've set it out] [in a table|day by day], [forty minutes each|with "
                "progressions], [and an option without equipment|rest days marked]."
            ),
            (
                "[Warm up|Prepare] with [five minutes of easy movement|light sets], [then|and] [ramp to "
                "your working weight|add one drill per joint]."
            ),
            (
                "[For strength|To get stronger], [five sets of five|three hard sets] [twice a week|per "
                "lift] [are plenty|will do] [at the start|for months]."
            ),
            (
                "[Consistency beats intensity|A short session beats none|Little and often wins]: [put "
                "it in the calendar|tie it to a fixed time] and [keep a log|track one number]."
            ),
        ),
    ),
    Topic(
        name="sleep_and_stress",
        area="health",
        weight=1.3,
        concern=2,
        contexts=(
            (
                "For [about|roughly|at least] [two weeks|three weeks|a month|six weeks|two months|half "
                "a year] now I've [been waking|woken up] at [three|four] [on the dot|and lie there|, "
                "heart going]."
            ),
            (
                "[I work shifts|My rota changes weekly|I do nights at a hospital], so [there's no "
                "rhythm|my body is confused|blackout blinds are a must|I nap at odd times]."
            ),
            (
                "[Exams are|The bar exam is|Finals are] in [[two weeks|three weeks|a month|six "
                "weeks|two months|half a year]|{month}] and [my head won't switch off|I can't relax for "
                "a second]."
            ),
            (
                "[With|What with] [two small kids and a full-time job|caring for my mum|a startup and a "
                "thesis], I'm [running on fumes|snapping at everyone|close to done]."
            ),
            (
                "[It's not a crisis|I'm functioning|Nothing dramatic|I cope], just [tired all the "
                "time|wound up|that Sunday dread every week]."
            ),
            (
                "[My partner snores|Our neighbours party|The street is loud], [which doesn't help|so "
                "that's one part of it], [but it's not only that|the rest is me]."
            ),
            (
                "[I got promoted|New boss|Reorganisation at work], and [since then|ever since] [my jaw "
                "hurts from clenching|I dream about email|evenings are gone]."
            ),
            (
                "[Coffee|I drink four coffees|Energy drinks|Tea all day plus coffee], [yes I know|until "
                "mid-afternoon|to get through meetings]."
            ),
            (
                "[Pills scare me|I'd rather not take pills|I've tried melatonin], [so habits first|they "
                "left me groggy|it did little|not for me|wary of more]."
            ),
            (
                "[I fall asleep fine|Falling asleep isn't the problem|Dropping off takes "
                "seconds|Nodding off is easy], it's [staying asleep|the 4am thoughts|waking up wrecked]."
            ),
            (
                "[Weekends|On days off|Saturdays] I [sleep till noon|crash completely], [then Sunday "
                "night is hopeless|and the circle starts again]."
            ),
            (
                "[I tried meditating|Apps haven't helped|Breathing exercises|Reading before bed], [my "
                "mind races more|I get annoyed with the voice|they make me anxious]."
            ),
            (
                "[Honestly, I cried|I broke down a bit] [in the car park|over spilled milk|in front of "
                "{relative}] [on {weekday}|yesterday], [so something has to change|not like me]."
            ),
            (
                "[My watch says I get five hours|My tracker shows forty minutes of deep sleep|The app "
                "gives my nights an awful score][, and I worry about that too|, no idea how accurate|, "
                "most nights|]."
            ),
            (
                "[Perimenopause|Being {age}|The new medication] [may play a part|isn't helping|is "
                "involved, my doctor thinks]."
            ),
            (
                "[Everyone tells me|People say|{relative} says] to [just relax|take a holiday|go for "
                "walks], [thanks for nothing|easier said|it's not that simple]."
            ),
            (
                "[I'm a student|First year at uni|I share a dorm], [bed is also my desk|lights on until "
                "two|no quiet place|exams never end]."
            ),
            (
                "[Moving house|The divorce|Redundancy round] has had me [on edge|awake|wired at "
                "midnight] [for weeks now|most nights]."
            ),
        ),
        asks=(
            (
                "[How can I|What helps to] [fall back asleep|calm down] when [I wake at four|my "
                "thoughts race at night] [without reaching for the phone|]?"
            ),
            (
                "[Put together|Suggest|Draft] [an evening routine|a wind-down plan] [for someone who "
                "gets home at nine|that takes twenty minutes|I won't abandon in a week]."
            ),
            (
                "[Is it normal|Should I worry] that I [need ten hours|wake up tired whatever I do|dream "
                "so vividly] [lately|when I'm under pressure]?"
            ),
            (
                "[Teach me|Walk me through] a [breathing exercise|short relaxation|grounding technique] "
                "[I can do in a meeting|for the bus|before presentations]."
            ),
            (
                "[What are|Give me|Explain the] [signs of burnout|early warning signs], [versus just "
                "being tired|and what to do in the first week]?"
            ),
            (
                "[How do I|Tips to] [reset my body clock|shift my sleep] after [night shifts|a long "
                "flight|weeks of late bedtimes], [quickly|gently|in a weekend]?"
            ),
            (
                "I need [a way to|ways to] [stop taking work home in my head|worry less in bed|say no "
                "to extra tasks] [that actually stick|]."
            ),
            (
                "[Could|Might] [caffeine|screens|late dinners|alcohol] really be [what keeps me up|the "
                "culprit], [even if I stop at four|and how would I test it]?"
            ),
            (
                "[Help me|I'd like help to] [plan a calmer week|cut my commitments|build breaks into a "
                "mad schedule], [my diary is full till {month}|where do I begin]."
            ),
            (
                "[What's the deal with|Be honest about] [naps|weighted blankets|white noise|magnesium]: "
                "[useful|help or hype], [and when|for light sleepers]?"
            ),
            (
                "[Make|Write] me a [sleep diary template|two-week sleep plan|stress log] [to fill in by "
                "hand|and explain what to look for]."
            ),
            (
                "[How long do I wait before seeing a doctor about this|At what point should insomnia be "
                "checked|When does bad sleep need a professional], and [what would they ask|what do I "
                "tell them|what could they do|is a phone call enough]?"
            ),
            (
                "[sunday night dread|Panicky on Sunday nights] [every single week|since school really] "
                "- [how do people handle it|any practical ideas|what's behind it]?"
            ),
            (
                "[My teenager|{relative}|My husband] [can't sleep|is awake half the night|grinds teeth "
                "in their sleep]. [What could we try?|How do I support them?|Where to begin?]"
            ),
            (
                "[Explain|Tell me simply] what [stress does to the body|cortisol is|sleep debt means] "
                "[and how it's undone|without scaring me]."
            ),
            (
                "[Which|What kind of] [exercise|evening activity|reading] [settles the nerves|makes you "
                "sleepy], and [how late is too late|when in the day]?"
            ),
            (
                "[Write|I'd like|Please make] a [body scan|bedtime meditation|calm visualisation] [of "
                "five minutes|about the sea|without any spiritual talk]."
            ),
            (
                "[I have a big day|There's an interview] [tomorrow|on {weekday}] and [can't wind "
                "down|it's past one]. [What now?|Get up or stay in bed?|Any last-minute trick?]"
            ),
            (
                "Is sleeping [in separate rooms|with earplugs every night|in two blocks] [a bad "
                "idea|harmful|sensible][ long term|, do you think|]?"
            ),
        ),
        terse=(
            "[can't sleep|wake up 3am|insomnia] [racing thoughts|every night|what helps|no meds]",
            "[burnout|stress] [signs|leave from work|recovery time|test|symptoms]",
            (
                "[night shift|jet lag|rotating shifts] [sleep schedule|how to recover|meal timing|light "
                "therapy]"
            ),
            "[breathing|relaxation|grounding] [exercise|technique] [anxiety|before sleep|2 minutes]",
            "[melatonin|magnesium|valerian] [does it work|timing|vs habits|dosage questions]",
            "[sleep hygiene|evening routine|bedtime|wind down] [checklist|adhd|parents of toddlers]",
            "[sunday scaries|work dread|overwhelmed] [coping|how to stop|journal prompts|meaning]",
            "[jaw clenching|tension headache|tight chest] [stress|at night] [relief|]",
            "[nap|sleep] [length|cycle|debt] [20 vs 90 min|calculator|too long]",
            "[how to|ways to] [switch off|unwind|stop overthinking] [after work|at night|fast]",
        ),
        details=(
            "[I can't|No way to] [change my hours|get up later|cut work] [until {month}|for now|].",
            (
                "[No medication|Without pills|Nothing prescription], [please|for now|I'm "
                "breastfeeding|on principle]."
            ),
            (
                "[I share|I'm sharing] a bed with [a toddler|a snorer|two cats], [so no alarms at "
                "five|which limits options]."
            ),
            (
                "[Caffeine|Coffee] [stays|is non-negotiable][, sorry|, one cup at least|, I'm weak|, "
                "morning only|]."
            ),
            (
                "[Be practical|Concrete steps|Small steps], [not philosophy|I've read the books|I have "
                "no energy for big changes|that I can do tomorrow]."
            ),
            (
                "[I already|Already] [keep the room dark|stopped screens at ten|do yoga], [with modest "
                "success|it isn't enough]."
            ),
            "[My bedtime|Lights out] is [around eleven|past one|never the same][, usually|, sadly|].",
            (
                "[Ten minutes|A quarter of an hour] [a day|each night] is [all I'll "
                "manage|realistic|what I can promise]."
            ),
            (
                "[No apps|Nothing on a screen|Offline methods|Pen and paper ideas], [please|I'm on my "
                "phone too much|if you can]."
            ),
            (
                "[I take|I'm on] [thyroid medication|an antihistamine|a beta blocker], [in case it "
                "matters|since {month}]."
            ),
            (
                "[Meditation|Counting sheep|Journaling] [doesn't suit me|makes it worse|bores me][, "
                "just saying|]."
            ),
            (
                "[I don't want|Not keen on] [to see a therapist yet|a lecture|big lifestyle changes][, "
                "to be frank|]."
            ),
        ),
        followups=(
            (
                "[I tried it|Did that] [last night|for three nights], and [I slept better|nothing|it "
                "took an hour still]. [Keep going?|What now?]"
            ),
            (
                "[What if|And if|But what if|Suppose] I'm [still awake after half an hour|at work when "
                "it hits|too tired to do it]?"
            ),
            "[Does|Would] [the same work|that help] for [kids|my partner|panic attacks|jet lag]?",
            "[How many|For how many] [nights|weeks] [till it works|should I give it|do I track]?",
            (
                "[Is there|Any] [science behind that|evidence|risk in it], [or is it folklore|out of "
                "interest]?"
            ),
            (
                "[Can you|Could you|Please] [make it shorter|give me a script|turn it into a "
                "checklist|adapt it to shifts]?"
            ),
            (
                "[I think|Maybe] it's [more about work|grief, to be honest|the coffee]. [How do I "
                "tackle that?|Where do I begin?]"
            ),
            (
                "[What do I|How do I|How should I best|What could I] [say to my boss|explain it to my "
                "partner|bring it up with the doctor]?"
            ),
            (
                "[Good to know.|That's reassuring.|Thanks, that helps.] [And weekends?|What about "
                "naps?|Is one late night ok?|And if I relapse?]"
            ),
            (
                "[My doctor|The GP] [suggested therapy|wants a sleep study|offered tablets], [what do "
                "you think|what should I ask]?"
            ),
        ),
        replies=(
            (
                "[Get up|Leave the bed] [if you're awake for twenty minutes|when it turns into a "
                "struggle], [do something dull in low light|read on paper], and [return when sleepy|try "
                "again later]."
            ),
            (
                "[Keep the same wake-up time|Fix the time you get up|Get up at one fixed hour], "
                "[weekends too|even after a bad night]; [it anchors the rest|bedtime follows on its "
                "own]."
            ),
            (
                "[Breathe in for four|In for four counts], [out for six|and out slowly], [ten "
                "rounds|two minutes]; [the long exhale calms|shoulders down]."
            ),
            (
                "[Write tomorrow's list|Park the worries on paper] [an hour before bed|after dinner], "
                "[then close the notebook|one line each] [on purpose|]."
            ),
            (
                "[If this goes on|When it lasts] [beyond a month|more than three weeks] [or your mood "
                "sinks|or days suffer], [a doctor should look at it|talk to your GP]."
            ),
            (
                "[Caffeine lingers|Coffee stays in the blood|A late espresso stays] for [six hours or "
                "more|most of the evening], so [try stopping at noon|test a week without]."
            ),
            (
                "[You're carrying a lot|That sounds exhausting]; [let's start small|one change at a "
                "time]: [a short walk daily|one evening off] [this week|before anything else]."
            ),
            (
                "[I've made|Here is] a [simple routine|two-week plan] [with three fixed points|in small "
                "steps], [nothing over fifteen minutes|skip what doesn't suit]."
            ),
        ),
    ),
    Topic(
        name="medical_symptom",
        area="health",
        weight=1.5,
        concern=2,
        contexts=(
            (
                "[It began|This started] [[two weeks|three weeks|a month|six weeks|two months|half a "
                "year] ago|on {weekday}|after a long hike|the day after a meal out], [out of the "
                "blue|mild at first|I assumed it would pass]."
            ),
            (
                "[I'm {age}|{age} years old], [generally healthy|on blood pressure tablets|no "
                "allergies], [non-smoker|never had this before|a bit overweight]."
            ),
            (
                "[My GP|The clinic] can't see me [until {weekday}|for two weeks|before {month}], [so in "
                "the meantime I'm asking here|and the helpline is engaged]."
            ),
            (
                "[Googling it|Reading about it online] was [a mistake|not calming], [now I think I'm "
                "dying|I landed on the worst case], [hence this|help me think straight]."
            ),
            (
                "[Our toddler|My daughter ({child_age})|Our youngest] [just went back to nursery|brings "
                "home every bug|has been off school][, to complicate things| this week|]."
            ),
            (
                "[There was no fall|No injury|I didn't hit it] [that I remember|as far as I know], "
                "[nothing new in my diet|just a normal week]."
            ),
            (
                "[Over-the-counter stuff|Paracetamol|Ibuprofen] [takes the edge off, then it's "
                "back|does nothing|helps for an hour at most][, if that says anything|, I've noticed|]."
            ),
            (
                "[It's worse|Feels worse] [at night|after eating|when I climb stairs|in the cold], "
                "[better lying down|gone by noon|coming in waves]."
            ),
            (
                "[I don't want|I'd hate] to [bother the emergency room|waste anyone's time|make a fuss] "
                "[over nothing|if it's harmless|]."
            ),
            (
                "[{relative}|Someone in my family] had [gallstones|thyroid trouble|a heart "
                "condition|kidney stones], [so I'm a bit jumpy|might that matter]."
            ),
            (
                "[We're abroad|I'm travelling|On holiday near {city}] and [don't speak the language|my "
                "insurance is unclear|pharmacies are shut]."
            ),
            (
                "[I started|They put me on] [a new antibiotic|antidepressants|the pill|an iron "
                "supplement] [last week|a few days ago|on {weekday}], [which may be the cause|maybe a "
                "coincidence|so I wonder about side effects]."
            ),
            (
                "[No fever|Temperature is normal|A touch of fever], [appetite fine|slightly "
                "dizzy|otherwise I feel okay], [no rash|sleeping badly]."
            ),
            (
                "[Bloods were|My last blood test was] [fine|slightly off|in {month}], [low vitamin D "
                "aside|liver values included|nobody explained them]."
            ),
            (
                "[I'm pregnant|I'm {small} months pregnant|Breastfeeding], so [half the remedies are "
                "out|everything feels alarming]."
            ),
            (
                "[Sorry|Apologies], [a slightly gross one|this is embarrassing|bit of an awkward "
                "topic], [but I have to ask|but here goes|please be kind]."
            ),
            (
                "[It comes and goes|On and off|Every few weeks] [since {month}|for [two weeks|three "
                "weeks|a month|six weeks|two months|half a year]], [I've got used to it|which is "
                "odd|now it's more often]."
            ),
            (
                "[I sit all day|I run a lot|My job is physical], [that could be related|so strain is "
                "possible|though I rested all week|hard to say what's what]."
            ),
        ),
        asks=(
            (
                "[What could|What might] [cause|be behind] [a dull ache under the ribs|tingling in two "
                "fingers|a metallic taste] [on one side only|that comes after meals|for days on end]?"
            ),
            (
                "[Should I|Do I need to] [see someone|go to the ER|call a doctor] for [a headache that "
                "won't quit|chest tightness when anxious|blood in a nosebleed that lasted an hour]?"
            ),
            (
                "[My|The] [ankle|knee|big toe] is [swollen and warm|stiff every morning|purple after a "
                "stumble]. [Sprain or worse?|How can I tell if it's broken?|Ice, heat or neither?]"
            ),
            (
                "[Is it normal|Is this normal]: [heart skipping beats at rest|hair coming out in "
                "handfuls|bruises I can't explain][, or a reason to get checked|, at my age|]?"
            ),
            (
                "[How long|For how long] does [a cough|the tiredness|loss of smell] [usually last|hang "
                "around] after [a cold|flu|covid]?"
            ),
            (
                "[Explain|Can you translate] these [results|blood values]: [ferritin 9, haemoglobin "
                "11.4|TSH 6.2, T4 normal|slightly raised ALT], [what do they mean|do I need treatment]?"
            ),
            (
                "[Which|What] [home remedies|first-aid steps] [are safe|make sense] for [a stomach "
                "bug|a bee sting that keeps swelling|an ear full of water]?"
            ),
            (
                "[rash|Itchy rash] [on both elbows|behind the knees|along the waistband], [red and "
                "dry|tiny bumps|spreading slowly]. [What could it be?|Contagious?|Which cream?]"
            ),
            (
                "[Help me prepare|What do I say] for [the cardiologist|my first dermatology visit|a "
                "phone appointment] about [palpitations|a mole that changed|recurring dizziness]?"
            ),
            (
                "[My child|The little one] [has a fever of 39|vomited twice|won't put weight on one "
                "leg], [playing normally though|since last night]. [Wait or go in?|What do I watch for?]"
            ),
            (
                "[Can|Could] [stress|dehydration|a vitamin deficiency|my contact lenses] [alone|really] "
                "cause [eyelid twitching|dizzy spells|burning eyes|numb lips]?"
            ),
            (
                "[What's the difference|How do you tell the difference] between [a migraine and a "
                "tension headache|a cold and hay fever|reflux and heart trouble|heartburn and angina|a "
                "cold sore and impetigo]?"
            ),
            (
                "[Can I take|Is it safe to take] [ibuprofen with blood thinners|two kinds of "
                "antihistamine|cold medicine while pregnant], [or is that a bad mix|even once]?"
            ),
            (
                "[I woke up with|Woke up and there's] [a stiff neck|one red eye|a completely blocked "
                "ear] [and it's getting worse|, third morning running]. [What do I do today?|Ideas?]"
            ),
            (
                "[Tell me honestly|Be straight with me]: [when is a lump in the armpit|are night "
                "sweats|is sudden weight loss] [serious|something to act on]?"
            ),
            (
                "[Why do I|What makes me|What might make me] [get dizzy when standing up|feel sick "
                "after coffee|wake with numb hands|get cramps at night]?"
            ),
            (
                "[List|Name] the [red flags|warning signs] for [back pain|a head knock|a swollen "
                "leg|abdominal pain], [so I know when to go in|short please]."
            ),
            (
                "[Does this sound like|Could this be|Is it possibly] [food poisoning, with cramps and "
                "chills since lunch|appendicitis, cramps low on the right and no appetite|shingles, a "
                "burning stripe of skin|a trapped nerve, pain shooting down the arm]?"
            ),
            (
                "[My period|The cycle] is [two weeks late|suddenly very heavy|all over the place] [and "
                "the test is negative|since {month}]. [Possible reasons?|When do I get it checked?]"
            ),
        ),
        terse=(
            "[tingling|numb] [fingers|left hand|lips|feet] [at night|causes|when to worry]",
            "[headache|dizziness|ear pressure] [{small} days|behind one eye|after flight] [causes|relief|]",
            "[low ferritin|high tsh|raised alt] [meaning|symptoms|what to ask doctor|treatment]",
            "[rash|bumps|dry patches] [elbows|scalp|after antibiotics] [itchy|pictures description|cream]",
            "[fever|cough|vomiting] [toddler|4 year old|baby] [when to go to er|how long|night]",
            "[chest tightness|palpitations] [anxiety or heart|lying down|after coffee|young woman|at rest]",
            "[knee|ankle|wrist] [swollen|clicking|pain stairs] [no injury|treatment|]",
            "[upper stomach|lower right|flank|left side] pain [after eating|on and off|what is it]",
            "[ibuprofen|cetirizine|antibiotics] [with alcohol|pregnancy|side effects|overdose signs]",
            "[night sweats|bruising easily|hair loss] [causes|female 30s|men|blood tests]",
        ),
        details=(
            (
                "[I'm not allergic|No allergies] to [anything|any medicine][ I know of|, as far as I'm "
                "aware|]."
            ),
            (
                "[Blood pressure|My pulse] is [a bit low|normal|around ninety][, measured at home|, I "
                "checked|]."
            ),
            (
                "[I can wait|It can wait] until [tomorrow|{weekday}|the pharmacy opens] [if it's "
                "safe|but not longer]."
            ),
            (
                "[Plain language|Simple words|No medical terms], [please|no Latin|I'm easily scared|my "
                "English is basic]."
            ),
            (
                "[I take|Daily medication is] [levothyroxine|metformin|the pill|nothing at all][, "
                "nothing else|]."
            ),
            "[It hurts|Pain is] about [four|six|seven] out of ten[, when it comes|, constant|].",
            "[I'm {age}|Aged {age}] and [otherwise fit|a former smoker|rarely ill].",
            (
                "[No need to|Please don't] [diagnose|scare me|alarm me], [just tell me the likely "
                "options|I know you're not a doctor]."
            ),
            (
                "[I've had|I already tried] [rest|ice|antacids|lots of water|a warm compress], [little "
                "change|for two days]."
            ),
            "[There's no|I have no] [fever|swelling|numbness|bleeding][, I checked|, luckily|].",
            "[It's for|I'm asking for] [{relative}|my father|my flatmate], [who refuses to go|not me].",
            (
                "[Nearest hospital|The next clinic] is [an hour away|{small} hours off][, so I'd rather "
                "be sure|]."
            ),
        ),
        followups=(
            (
                "[And if|What if] it [spreads|gets worse overnight|moves to the other side|doesn't go "
                "away|comes back in a week]?"
            ),
            "[Could it|Might it] [be my thyroid|be hormonal|come from my back] [instead|as well]?",
            (
                "[I just measured|Just checked]: [38.4|pulse 102|blood pressure 150 over 95]. [Is that "
                "high?|Does it change your answer?]"
            ),
            (
                "[Forgot to mention|I should add|One more thing]: [I flew last week|there's a tick "
                "bite|I donated blood|I've been dieting]."
            ),
            (
                "[How soon|How quickly|After how long|When] should [I feel better|it heal|the swelling "
                "go down]?"
            ),
            "[What will|What would] the doctor [do|test|ask][, do you think|, so I'm prepared|]?",
            (
                "[Is it ok|Am I allowed] to [exercise|drink alcohol|fly|go to work] [like this|in the "
                "meantime]?"
            ),
            "[Which|What kind of] [specialist|painkiller|test] [would that be|is right for this]?",
            (
                "[It's gone now|Much better today|The pain moved lower|It came back], [still worth a "
                "visit|can I forget about it|is that a good sign]?"
            ),
            (
                "[Can you|Could you|Please] [summarise that for my doctor|put it in a list|say it more "
                "simply|rank those by likelihood]?"
            ),
            (
                "[Is it contagious|Will my kids catch it|Can I pass it on|Could {relative} catch it], "
                "[and for how long|do I need to stay home|realistically]?"
            ),
        ),
        replies=(
            (
                "[I can't diagnose this|I can't examine you], but [common causes are|it's often] "
                "[strain, posture or a pinched nerve|harmless and short-lived]; [see someone if it "
                "lasts|weakness would change that]."
            ),
            (
                "[Go today|Get seen now] if there is [chest pain|trouble breathing|a stiff neck with "
                "fever|one-sided weakness]; [otherwise a routine visit is fine|don't drive yourself]."
            ),
            (
                "[Those values|Numbers like these] [suggest|can mean] [low iron stores|a sluggish "
                "thyroid], [which is treatable|quite common]; [ask for a repeat test|discuss it with "
                "your doctor]."
            ),
            (
                "[Rest, fluids|Small sips, rest] and [light food|time] [usually do it|are enough] "
                "[within three days|in two or three days]; [watch for dehydration|children dry out "
                "faster]."
            ),
            (
                "[Please check|Ask a pharmacist about] [the combination|that mix] [first|before the "
                "next dose], [as some interact|they can see your full list]."
            ),
            (
                "[Keep a short diary|Note the time, food and activity|Write down what you notice] [for "
                "a week|each time]; [patterns help the doctor|bring it to the appointment]."
            ),
            (
                "[Can you|If you can't] [put weight on it|bear weight], [the bone is less likely "
                "broken|an X-ray makes sense]; [ice and elevation|rest it] [for two days|meanwhile]."
            ),
            (
                "[A changing mole|A new lump|Unexplained weight loss] [should be looked at|deserves a "
                "check] [within two weeks|soon], [most turn out harmless|even if it doesn't hurt]."
            ),
        ),
    ),
)
