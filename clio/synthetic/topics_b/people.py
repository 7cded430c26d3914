"""Topics between people: relationships and children."""

from clio.synthetic.grammar import Topic

TOPICS: tuple[Topic, ...] = (
    Topic(
        name="relationship_advice",
        area="people",
        weight=1.5,
        concern=2,
        contexts=(
            (
                "[We've been together|My girlfriend and I have been a couple|It's been us] for [{small} "
                "years|almost a decade|half our lives], [mostly happy|living together since "
                "{month}|long distance for half of it]."
            ),
            (
                "[I'm {age}, he's|She's {age}, I'm] [a few years older|a bit younger|the same age], [no "
                "kids|two cats|both divorced], [if any of that matters|just for the picture]."
            ),
            (
                "[Last weekend|On {weekday}|Yesterday at dinner] [it blew up|we had the same fight "
                "again|she said something I can't forget], [over nothing|and we haven't talked since]."
            ),
            (
                "[My best friend|{name}, my oldest friend,] [has gone quiet|cancels every plan|found a "
                "new crowd], [since the wedding|since {month}|no explanation]."
            ),
            (
                "I [love|really care for] [him|her|my partner], [that's not in question|believe me], "
                "but [I feel alone in this|something shifted|we're more like flatmates]."
            ),
            (
                "[We agreed|We had agreed] to [move to {city}|have children|keep money separate], [now "
                "one of us doubts it|and now it's in the air again|or so I thought]."
            ),
            (
                "[His father|His mother|Her sister] [comments on everything|never accepted me|calls "
                "three times a day], [and he stays out of it|and I smile and swallow]."
            ),
            (
                "[I'm not good|Never been good] [at conflict|with feelings], [I go silent|I make "
                "jokes|I tend to flee], [working on it|ask anyone]."
            ),
            (
                "[He moved out|She left|We separated] [[two weeks|three weeks|a month|six weeks|two "
                "months|half a year] ago|in {month}], [friendly enough|it's still raw|on paper we're "
                "still married]."
            ),
            (
                "[Don't tell me|Please don't say] to [just leave|just talk], [it's not that "
                "simple|everyone says that|I've tried]."
            ),
            (
                "[There's an age gap|We come from different religions|She earns much more|We vote "
                "differently], [never a problem before|and others notice more than we do|it shows "
                "lately]."
            ),
            (
                "[I found out|I learned|A friend let slip] that [he still texts his ex|she applied for "
                "a job abroad|they talk about me], [by accident|and I wish I hadn't|on {weekday}]."
            ),
            (
                "[We met|I met someone] [online|through work|at a climbing gym] [two weeks|three "
                "weeks|a month|six weeks|two months|half a year] ago and [it's going fast|I'm nervous "
                "about labels|I like this one]."
            ),
            (
                "[He's a good dad|She's kind to everyone|On the surface all is well|Nobody cheated], "
                "[but evenings are silent|I just don't feel seen|and yet]."
            ),
            (
                "[I've been|I was] [single for years|cheated on before|raised by parents who shouted], "
                "so [trust is a slow thing|I may overreact|I don't know what's normal]."
            ),
            (
                "[I'm writing|Typing this] [at 2 in the morning|from the bathroom|on my lunch break], "
                "[sorry for the mess|so excuse typos|needed to get it out]."
            ),
            (
                "[Therapy is|Counselling is] [too expensive|booked out until {month}|something he "
                "refuses], [so for now|and I want to try on my own first]."
            ),
            (
                "[Next week|In {month}|Soon] is [our anniversary|his birthday|the big family lunch], "
                "[bad timing|and I'd like peace by then|pressure is on]."
            ),
        ),
        asks=(
            (
                "[How do I|What's a gentle way to] [tell my partner|let my boyfriend know] [I need more "
                "time alone|that I'm unhappy in bed|I don't want kids] [without starting a fight|]?"
            ),
            (
                "[Am I|Would I be] [wrong|unreasonable] to [be upset that he forgot|ask for her "
                "passwords back|say no to his mother living with us]?"
            ),
            (
                "[Help me|Please help me] [word a message|write a text] to [a friend who hurt me|my ex "
                "about the flat|my sister after two years of silence], [warm but clear|short|not "
                "grovelling]."
            ),
            (
                "[What do you do|How do people cope] when [one wants marriage and the other doesn't|the "
                "spark is gone|jealousy keeps creeping in|one earns and one studies|the in-laws "
                "interfere]?"
            ),
            (
                "[Should I|Is it time to] [forgive her|give it another chance|move on|speak up], [or am "
                "I kidding myself|honestly]?"
            ),
            (
                "[My boyfriend|My wife|{name}] [shuts down|walks out|scrolls on the phone] [whenever I "
                "raise something serious|mid-argument]. [How can I reach them?|What could I do "
                "differently?]"
            ),
            (
                "[How long|When] [is it normal to|do people] [grieve a breakup|wait before dating "
                "again|argue about chores], [and does it get easier|asking for myself]?"
            ),
            (
                "[Give me|Could you suggest] [questions|conversation starters|small rituals] [for a "
                "couple that has run out of words|for date night|to rebuild trust]."
            ),
            (
                "I need [a second opinion|an outside view]: [he wants to meet my parents after three "
                "weeks|she lends her ex money|my flatmate and I kissed], [red flag or fine|what would "
                "you make of it]?"
            ),
            (
                "[How can I|What helps to] [stop checking his profile|be less clingy|trust again] "
                "[after what happened|when my head spirals|]?"
            ),
            (
                "[Talk me out of|I need talking out of] [texting my ex|quitting the group chat in "
                "anger|confronting her colleague], [please|quickly|or give me a better plan]."
            ),
            (
                "[Is it possible|Can it work] to [stay friends with an ex|fix things after an "
                "affair|love someone and not want to live together]? [Be candid.|I'd hope so.|]"
            ),
            (
                "[Roleplay|Practise with me|Rehearse] [the breakup talk|asking her out|telling my dad "
                "I'm engaged], [you be them|go easy at first|and give feedback]."
            ),
            (
                "[Why do I|What makes someone] [always fall for unavailable people|pull away when it "
                "gets close|apologise for everything]? [It's a pattern.|Third time now.|]"
            ),
            (
                "[Setting|How do I set] boundaries with [in-laws|a needy friend|my ex about the kids] "
                "[when they don't take hints|kindly|without guilt]?"
            ),
            (
                "[anniversary coming|Our tenth is near] - [how do we reconnect|ideas that aren't "
                "dinner|what do you write in a card] [after a rough year|on a small budget|]?"
            ),
            (
                "[Are we|Do you think we're] [drifting apart|just busy|incompatible] if [we never argue "
                "any more|we sleep in separate beds|I prefer evenings with friends]?"
            ),
            (
                "[He says|She says] [I never listen|I'm too sensitive|I work too much]; [how do I "
                "respond without getting defensive|is there truth in it, you think|what would listening "
                "look like]?"
            ),
            (
                "[I want to|I'd like to] [apologise properly|make amends] for [missing her "
                "exhibition|what I said drunk|lying about money]. [How?|What makes an apology "
                "land?|Letter or in person?]"
            ),
        ),
        terse=(
            (
                "[partner|husband|girlfriend] [won't talk|silent treatment|always on phone] [what to "
                "do|]  [help|]"
            ),
            "[breakup|no contact] [how long|text|dreams] [after 2 years|coping|]",
            (
                "[how to|should i] [set boundaries|say sorry|tell her i like her] [text|in "
                "person|mother in law]"
            ),
            "[long distance|open|age gap] relationship [rules|worth it|tips]  [honest|]",
            "[trust|jealousy|insecurity] [after cheating|new relationship|exercises|how to fix]",
            "[friend|best friend] [ghosted me|drifting apart|borrowed money] [confront or not|message]",
            "[love languages|attachment styles|couples questions] [explained|list|for date night] [short|]",
            "[marriage|living together] [doubts|chores fight|money separate] [normal|compromise]",
            "[message|card|toast] for [ex|anniversary|estranged brother] [not cheesy|short]",
            "[signs|red flags] [he's losing interest|she wants out|it's over] [or overthinking|]",
        ),
        details=(
            (
                "We don't [shout|want to break up|have family nearby][, for what it's worth|, so that's "
                "something|, luckily|]."
            ),
            (
                "[Please|Do] [be honest|tell me if I'm the problem|don't take sides], [I can handle "
                "it|I've got friends for comfort]."
            ),
            (
                "[There are|We have] [kids involved|shared debts|mutual friends], [so it's "
                "delicate|which raises the stakes]."
            ),
            (
                "[No clichés|Nothing from a self-help poster|Skip the pop psychology], [please|I'm "
                "allergic to it|I've read them all|you know the ones]."
            ),
            "[He's|She's] [depressed|under work stress|grieving her dad] [at the moment|since {month}].",
            (
                "[I'd prefer|Better] [a text than a call|something I can say aloud|written down], [I "
                "freeze on the spot|calls end badly]."
            ),
            (
                "[We see each other|We meet] [every other weekend|once a month|daily at work][, so "
                "there's no avoiding it|]."
            ),
            (
                "[I've already|Already] [apologised|asked twice|tried giving space], [no change|for "
                "[two weeks|three weeks|a month|six weeks|two months|half a year]]."
            ),
            (
                "[Culture matters|Family honour matters|Religion plays in], [we can't just move in "
                "together|divorce isn't an option|so tact is needed|appearances count]."
            ),
            (
                "[Keep it|Make it] [short|gentle|under five lines], [he skims|she reads between lines|I "
                "tend to ramble]."
            ),
            (
                "[I don't want|It's not my aim] to [win|punish anyone|lose her][, just understand|, I "
                "want peace|]."
            ),
            (
                "[My own part|What I did]: [I lied about smoking|I withdrew for months|I worked every "
                "weekend][, I own that|]."
            ),
        ),
        followups=(
            "[And if|What if] [he says no|she cries|they get angry|nothing changes] [then|this time|]?",
            (
                "[I sent it|We talked]. [She left me on read|He agreed to try|It went badly|Better than "
                "feared]. [Now?|What next?]"
            ),
            (
                "[Can you|Could you] make it [less formal|warmer|shorter|sound like me][, I'd never say "
                "that|]?"
            ),
            (
                "[That stings|Ouch], [but you may be right|fair though]. [How do I start?|What would "
                "change look like?|Any way back?]"
            ),
            "[Is that|Isn't that] [manipulative|too soft|giving up][ though|, in a way|]?",
            (
                "[There's more|I left something out|One more fact]: [we share a lease|he lost his job|I "
                "kissed someone|she's pregnant]."
            ),
            (
                "[How would|What would] [you phrase that|a counsellor say|that sound] [in one "
                "sentence|in a text|]?"
            ),
            "[When|At what point] [do I|should I] [stop trying|bring up counselling|tell our friends]?",
            (
                "[My gut|Something in me] says [it's over|he's hiding something|I should wait]. [Trust "
                "it?|How do I tell fear from instinct?]"
            ),
            (
                "[Thank you|Thanks], [I needed that|I feel calmer|made me cry a bit]. [One more:|And] "
                "[how do I sleep tonight|what about her family|what do I tell the kids]?"
            ),
        ),
        replies=(
            (
                "[Choose a calm moment|Pick a quiet hour|Wait for a calm evening], [start with what you "
                "feel|say 'I' rather than 'you'], and [ask for one concrete thing|then listen first]."
            ),
            (
                "[It isn't unreasonable|You're not wrong] to [want that|feel hurt]; [the question is "
                "how to say it|what matters is whether they respond] [with care|]."
            ),
            (
                "[Both can be true|Two things fit together here|Maybe both hold]: [you love them|they "
                "care], and [this isn't working as it is|something has to be renegotiated]."
            ),
            (
                "[Here's a draft|Try this]: ['I miss you and I'm sorry. Could we talk?'|'I was hurt, "
                "and I'd like to understand your side.'] [Short is kinder.|Then leave room.|]"
            ),
            (
                "[Give it|Leave it] [a few days|a week] [before you answer|before deciding]; [anger "
                "edits badly|the first wave passes]."
            ),
            (
                "[A boundary|Setting a limit] is [about what you will do|not a punishment]: [name it "
                "once|say it kindly], [then act on it|and hold it]."
            ),
            (
                "[If you ever feel unsafe|Should there be threats], [call a helpline|reach someone you "
                "trust] [right away|today]; [otherwise small honest talks help|you need not handle that "
                "alone]."
            ),
            (
                "[Patterns like this|Such loops] often [start early|come from fear of loss]; [noticing "
                "is half of it|you can slow them down] [by naming them|by pausing|]."
            ),
        ),
    ),
    Topic(
        name="parenting_question",
        area="people",
        weight=1.4,
        concern=1,
        contexts=(
            (
                "[Our son|My daughter|The middle one] is {child_age}, [bright|stubborn as a mule|very "
                "shy], [loves dinosaurs|won't sit still|talks nonstop]."
            ),
            (
                "[I'm a single parent|I'm a step-dad|I'm raising two alone|We're first-time parents], "
                "[no grandparents nearby|doing shifts|learning on the job]."
            ),
            (
                "[Every evening it's|Mornings are] [the same drama|a battle|pure chaos], [socks are the "
                "enemy|shoes, coat, tears|and I end up shouting]."
            ),
            (
                "[The nursery|Her teacher|The school] [rang|wrote again|took me aside] [this "
                "morning|last week|on Tuesday][, nothing terrible|, and I felt judged|; I was "
                "mortified]."
            ),
            (
                "[A new baby|Her little brother] [arrived in {month}|is [two weeks|three weeks|a "
                "month|six weeks|two months|half a year] old], [and the big one regressed|jealousy all "
                "round|so attention is scarce]."
            ),
            (
                "[We split up|The separation was] [[two weeks|three weeks|a month|six weeks|two "
                "months|half a year] ago|in {month}], [two homes|week on, week off|the kids know], "
                "[handovers are rough|trying to be consistent]."
            ),
            (
                "[My partner|{relative}] and I [don't agree|see this differently]: [one strict, one "
                "soft|screens mostly|he was raised with smacks, I wasn't]."
            ),
            (
                "[I read|I've gone through] [{small} parenting books|every forum], [now I'm more "
                "confused|they contradict each other|no one has my child]."
            ),
            (
                "[He's sweet at school|Elsewhere she's an angel|Grandparents get the polite version], "
                "[at home he explodes|and then comes home and lets loose|so it's us|figures]."
            ),
            (
                "[She's my first|First child|Only child so far|Baby number one], so [I've nothing to "
                "compare with|everything seems huge|I panic easily]."
            ),
            (
                "[He was premature|She has mild asthma|He's being assessed for ADHD|She skipped a "
                "year], [which may play in|we're waiting for answers|so I go easy on him]."
            ),
            (
                "[We moved|Just moved] [countries|to {city}|to a new school] [in {month}|this "
                "{season}], [new language too|and friends are missing]."
            ),
            (
                "[Teenagers|My teen|Puberty], [need I say more|wow|doors slam], [I was the same|we used "
                "to be close]."
            ),
            (
                "[I'm exhausted|We're both worn out|I've not slept properly|End of my rope], [so simple "
                "ideas please|and it shows|patience is thin]."
            ),
            (
                "[Grandma|My mother-in-law|The neighbour] [thinks we spoil him|gives sweets behind my "
                "back|says we did fine without all that], [grr|and maybe so]."
            ),
            (
                "[The twins|Both of mine|My two] [are very loud|always compete|count every grape], "
                "[share a room|fight over a single cup]."
            ),
            (
                "[It started|This began] [after the holidays|with a bad cold|when I went back to work], "
                "[before that all was calm|could be linked]."
            ),
            (
                "[I was brought up|I grew up] [strictly|with lots of yelling|in a big family], and "
                "[want to do it differently|catch myself repeating it]."
            ),
        ),
        asks=(
            (
                "[How do I|What can I do to] [get a {child_age}-year-old to|help a stubborn child] [go "
                "to bed|do homework|eat vegetables] without [bribes|tears|a nightly negotiation]?"
            ),
            (
                "[Is it normal|Should I be concerned] that [she talks to imaginary friends|he still "
                "wets the bed|my teen sleeps until two] [at this age|or is it just a phase]?"
            ),
            (
                "[How much|What amount of] [screen time|pocket money|sleep] [does a child of "
                "{child_age} need|do primary school kids need|is right for a teen][, really|, in your "
                "view|]?"
            ),
            (
                "[Explain|Help me explain] [death|where babies come from|why we're divorcing|the news "
                "about war] to [a five-year-old|a sensitive kid|two curious boys]."
            ),
            (
                "[What should I say|How do I react] when [he hits his sister|she lies to my face|they "
                "swear at grandma]? [Calm scripts welcome.|In the moment, I mean.|]"
            ),
            (
                "[My toddler|Our two-year-old] [bites|throws food|refuses the buggy|screams in shops]. "
                "[What actually works?|Ignore it or step in?|Short-term fix?]"
            ),
            (
                "I'd like [some ideas|a list] of [rainy-day activities|chores|screen-free games] [for "
                "kids between three and nine|that take no preparation|they do without me]."
            ),
            (
                "[Draft|Write] [a note to the teacher|an email to the school|house rules for the "
                "fridge] about [bullying at break|missing a trip|phones at the table]."
            ),
            (
                "[When|At what age] [can kids|should a child] [stay home alone|get a phone|walk to "
                "school|stop naps], [roughly|what do other families do]?"
            ),
            (
                "[Plan|Help me plan] a [potty training weekend|bedtime routine|calmer school morning] "
                "[hour by hour|for two kids|with a picture chart]."
            ),
            (
                "[How can we|Ways to] [make a shy child braver|support a kid with no friends|handle a "
                "sore loser] [without pushing|]?"
            ),
            (
                "[Sibling fights|The two of them fight] [from breakfast to bath|over every toy]: "
                "[referee or stay out|how do I teach them to share|what would you do]?"
            ),
            (
                "[She won't go|He refuses to go] [to school|to football|to dad's] on "
                "[Mondays|{weekday}s], [tummy aches included|no reason given]. [How do I find out "
                "why?|Push or let be?]"
            ),
            (
                "[Talk me through|What are the steps of] [weaning off the dummy|sleep training, the "
                "gentle kind|moving to a big bed] [with a very attached one|]."
            ),
            (
                "[Would you|Should I] [read his messages|ban the game|ground a sixteen-year-old|punish "
                "lying], or [is that crossing a line|does it backfire]?"
            ),
            (
                "What consequences [make sense|are fair|fit] for [breaking a window|skipping class|not "
                "tidying up], [not punishments|age {child_age}]?"
            ),
            (
                "[Books or games|Recommend something] [to teach patience|about feelings|on starting "
                "school] [for a child of {child_age}|with good pictures|]."
            ),
            (
                "[How do I|Any way to] stop [yelling|giving in|comparing my kids] [when I'm drained|by "
                "six in the evening|]? [I feel awful afterwards.|]"
            ),
            (
                "[birthday party|Her birthday]: [ten kids, small flat, two hours|no sugar, no clown, no "
                "money], [what's the schedule|games please|help]!"
            ),
        ),
        terse=(
            "[toddler|2 year old|preschooler] [tantrums|biting|won't sleep] [what to do|in public|tips]",
            "[screen time|pocket money|bedtime] by age [chart|school kids|teens] [realistic|]",
            "[potty training|dummy weaning|sleep training] [3 days|gentle|regression]  [plan|]",
            "explain [death|divorce|puberty|war] to [5 year old|8 year old|child]",
            "[teenager|13 year old] [lying|vaping|won't talk|on phone all night] [help|boundaries]",
            "[sibling|twin] [jealousy|rivalry|fighting] [new baby|solutions|books]",
            "[picky eater|no vegetables|only pasta] [{child_age} years|ideas|normal]",
            "[activities|party games|chores] for [kids age {child_age}|rainy day|mixed ages]",
            "[school refusal|separation anxiety|bullying|exam nerves] [first grade|email to teacher|signs]",
            (
                "how to [not yell|get kids out the door|limit gaming|stay calm] [in the "
                "morning|gently|with twins]"
            ),
        ),
        details=(
            "[He's|She's] {child_age}[, nearly {child_age}|, small for the age|, going on thirty].",
            (
                "[No punishments|Nothing with star charts|No shouting methods|No time-outs], [please|we "
                "tried|he laughs at them]."
            ),
            (
                "[We've got|There's] [half an hour|an hour at most|no time] [in the mornings|before I "
                "leave for work]."
            ),
            (
                "[Both parents work|I work nights|Dad travels], so [routines must be simple|the sitter "
                "needs to follow it too|it can't take long|mornings are tight]."
            ),
            (
                "[We live|Home is] [in a small flat|without a garden|in the countryside][, if that "
                "helps|, so it's tight|]."
            ),
            (
                "[English|Russian|French] is [his second|her third] language[, just in case|, so short "
                "sentences|]."
            ),
            (
                "[He doesn't like|She can't stand] [loud places|change|being touched][, never has|, the "
                "doctor knows|]."
            ),
            (
                "[It should work|Has to be doable|I need it to work|It must be usable] [in public "
                "too|with grandparents|at both homes]."
            ),
            "[Budget|Money] is [tight|no object, within reason|about {money}][, as ever|].",
            (
                "[We're vegetarian|We don't do television|No religion in our home|No sweets at home|We "
                "go to church], [so keep that in mind|as context]."
            ),
            "[The school|Nursery] [is supportive|doesn't care|already knows][, so far|, in fairness|].",
            (
                "[Just|Only] [two or three|a few] [ideas|sentences], [I'll lose track otherwise|my head "
                "is full]."
            ),
        ),
        followups=(
            (
                "[And when|What if] [he laughs|she has a meltdown|it happens at school|grandma "
                "undermines it] [anyway|]?"
            ),
            (
                "[We tried|Did it] [for three days|all week], [slightly better|no luck|huge success]! "
                "[Keep going?|What now?]"
            ),
            "[Is it|Could it be] [my fault|a phase|ADHD|because of the divorce][, honestly|]?",
            (
                "[How do I|How should we|How could I] [get my husband on board|tell the teacher|explain "
                "that to his sister|stay calm myself]?"
            ),
            (
                "[What words|Which exact words] [would you use|do I say] [to a {child_age}-year-old|in "
                "the moment]?"
            ),
            (
                "[When should|At what point should|How soon should] [we see someone|I worry|a "
                "paediatrician step in|we call the doctor]?"
            ),
            "[Make|Could you make] [a chart|it funny|a short version] [for the fridge|for my partner|].",
            "[But he's|She's] [so sensitive|already too tired by then|stronger than me][, what then|]?",
            (
                "[Thanks|Phew, thanks|That helps]. [And for the older one?|Any book on this?|How long "
                "till it sticks?|What about weekends?]"
            ),
            (
                "[We have them|They're with us] [every second week|weekends only], [does that change "
                "it|will it still work|is it too little]?"
            ),
        ),
        replies=(
            (
                "[Stay close|Get down to their level], [name the feeling|say what you see], and [keep "
                "the limit|repeat one short sentence]; [the storm passes|talk later]."
            ),
            (
                "[This is typical|That's common] at [this age|that stage] and [tends to fade|usually "
                "settles] [within months|with routine]."
            ),
            (
                "[Offer two choices|Give a choice of two], [both fine with you|blue or green], [it "
                "saves face|so the answer is never no] [on both sides|]."
            ),
            (
                "[Use plain true words|Be honest and brief|Keep it truthful and short]: [children fill "
                "gaps with worse|answer what is asked], [then a hug|and leave the door open]."
            ),
            (
                "[A picture chart|A simple routine|Fixed evening steps], [same order each night|three "
                "steps], [works better than reminders|does the arguing for you]."
            ),
            (
                "[Ask the teacher|Talk to school] [what they see|before guessing], [and watch for "
                "patterns|then make one small plan] [together|]."
            ),
            (
                "[Repairing counts|Coming back counts|Making up matters]: [say sorry for "
                "shouting|explain you were tired], [it teaches more than perfection|kids learn from "
                "that]."
            ),
            (
                "[Agree on rules|Write the rules down] [as a family|with your teen], [few and "
                "clear|including what happens next], [and review monthly|with an end date]."
            ),
        ),
    ),
)
