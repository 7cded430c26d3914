"""Requests for cover letters and application texts."""

from clio.synthetic.grammar import Topic, lines

TOPIC = Topic(
    name="cover_letter",
    area="writing",
    weight=1.7,
    concern=1,
    contexts=lines("""
        [I've worked|I worked|I spent {small} years] as a {job} [in {city}|at {company}|until {month}].
        [The ad|The posting|Their job description] [asks for|wants|stresses] [teamwork|{small} years of \
            experience|fluent English|a driving licence|SAP].
        [I don't have|I lack|What's missing is] [a degree|the certificate|industry experience|German at \
            C1], [but|though] [I learn fast|I did similar work|my references are strong].
        [I was|I've been] [laid off|made redundant|at home with kids|caring for my father] [since \
            {month}|for {duration}|last year].
        [I'm|I am] {age} and [changing careers|going back to work|applying for the first time].
        [The company|It's {company}, they] [makes bikes|is a hospital|runs care homes|is a tiny startup|do \
            public transport] in {city}.
        [I finished|I graduated in|I'm finishing] [biology|my apprenticeship|business studies|a coding \
            course] [in {year}|this {season}|last month].
        [Deadline|Applications close|The closing date] [is|on] {weekday}[ already| at midnight|].
        [So far|Up to now] I [sent|have sent] {number} applications [and got|with] [no answers|two \
            interviews|only rejections].
        [At|In] my [current|last] job I [trained new people|cut costs by {percent}|managed {small} \
            shops|handled {number} calls a day].
        [I met|I know] [someone|a person|their recruiter] [there|from the team], [she|{name}] [told me \
            about|suggested] [the role|applying].
        [It would|The job would] mean [moving to {city}|less pay|part time|night shifts], [which suits \
            me|and that's fine].
        [My|The] [CV|résumé] [is fine|looks good|has a gap in {year}], [it's the letter|only the letter] [I \
            struggle with|that's missing].
        [I volunteer|I also volunteer|In my free time I help] [at a food bank|coaching kids|in an animal \
            shelter][.|, to be fair.]
        [They|The form] [allow|allows] [only|at most] {big} [words|characters|signs].
        [I hate|I'm bad at] [selling myself|praising myself|such letters], [it always|everything] sounds \
            [fake|flat|arrogant].
        [The role|It] is [more senior|a step down|quite different] [from|compared to] [what I do now|my \
            last one].
        [English|The language of the letter] [is my second language|isn't my first language|is one I \
            learned late|still feels new to me][.|, to be fair.|, sadly.]
    """),
    asks=lines("""
        [Write|Draft|{canyou} write] [a cover letter|an application letter|a motivation letter] for [a \
            {job} position|an internship|a job at {company}|a master's program][.|?|]
        [How do I|What's a good way to] [start|open|begin] [a cover letter|my application] [without|that \
            isn't] ["I am writing to apply"|a cliché|boring]?
        [I'm applying|I want to apply|Going to apply] [as|for] a {job} [at|with] {company}, [help me with \
            the letter|what should I write|draft something].
        [Improve|Tighten|Fix] [my|this] letter: "[I am hardworking and motivated|I believe I would be \
            perfect|As you can see in my CV]" - [it's dull|too generic|sounds like everyone].
        [Explain|How should I explain] [a gap of {duration}|being fired|a career change|so many short jobs] \
            in [a cover letter|one sentence|an application]?
        [Match|Tailor|Adapt] my [letter|experience] [to|for] [this job ad|the posting|the keywords they use].
        [Short|A brief] [message|note|email] [to send|that goes] with my CV for [a weekend job|a {job} \
            vacancy|a referral], {number} [words|seconds to read].
        [Which|What] [of my skills|strengths|experiences] [should|would] [I|you] [stress|put first|leave \
            out] for [an office job|a {job} role|a public employer]?
        [Turn|Make] [these bullet points|my CV|my LinkedIn summary] [into|] [a letter|three paragraphs|an \
            application text].
        [Is it|Would it be] [ok|smart|a mistake] to [mention salary|use humour|write that I have kids|send \
            one \
            without being asked] in [the letter|an application]?
        [Closing|The last paragraph|An ending] for my [application|letter] that [isn't pushy|asks for an \
            interview|sounds confident], [ideas|examples]?
        [I need|Please write] a letter for [{relative}|my student|a friend] who [wants|applies for] [an \
            apprenticeship|a job as a {job}|a scholarship].
        [Answer|Fill in] the question "[Why do you want to work here|What makes you unique|Tell us about \
            yourself]" [for an online form|in {big} characters|for {company}].
        [Speculative|An unsolicited|A cold] application to [a museum|{company}|a small agency], [what \
            tone|how to write it|{canyou} draft it]?
        [My|I'd like my] [personal statement|statement of purpose|motivation] for [university|a volunteer \
            year|a grant] [needs work|to be less stiff|in two pages].
        [Compare|Look at] [two openings|both versions] and [say|pick] [which one|what] [works better|a \
            recruiter prefers].
        [Get|Help me get] [from {job} to {job}|out of retail|back after parental leave] [in the letter|on \
            paper|]: [how to word it|what do I say]?
        [Make|Sound] [me|it] [confident|more mature|enthusiastic] but [honest|not arrogant|still human], \
            [it's for {company}|the role is {job}].
        [Check|Proof] [the structure of|whether] my cover letter [makes sense|is too long|answers the ad], \
            [then|and] [suggest cuts|rewrite the intro].
    """),
    terse=lines("""
        cover letter [{job}|internship|career change|no experience] [example|template|short]
        [motivation|motivational] letter [master|scholarship|volunteer|university] [sample|how to start|]
        [how to|best way to] [start|end] cover letter [creative|{job}|without name]
        [explain|mention] [gap in cv|being laid off|career change|relocation] cover letter[| help| tips]
        [short|200 word|one paragraph] [application|cover letter] [{job}|part time|email]
        application letter [for {job}|returning to work|apprenticeship|first job][ with example|]
        [improve|rewrite|proofread] [cover letter|personal statement|application] [{job}|more confident|]
        [why do you want to work here|tell us about yourself] [answer|{company}|form|example]
        [speculative|unsolicited|internal] application [letter|email] [{job}|sample|]
        [cover letter|application] [over {number}|no degree|foreign worker|student] [tips|example|]
    """),
    details=lines("""
        [One|Half a|At most one] page, [please|they say|no more][.|, that helps me.|]
        [Don't|Do not] [invent|make up|exaggerate] [anything|numbers|experience][, please|].
        [Tone|The tone should be|Make it] [down to earth|lively|formal|warm], [not salesy|no buzzwords].
        [Leave|Keep] [gaps|brackets|blanks] [for|where] [names|my numbers|the date] [go|].
        [Avoid|No] ["team player"|"passionate"|long sentences|empty phrases][, please|].
        [I can|I could] start [in {month}|right away|after a notice of {duration}].
        [Mention|Include|Work in] [my forklift licence|the volunteering|that I speak Spanish|{name}'s \
            referral].
        [Address|It goes] [to|it to] [Ms {surname}|Mr {surname}|the hiring team].
        [The manager|The firm] [likes|prefers|wants] [plain words|short texts|personality][, their site \
            says|].
        [About|Around|Max] {big} [words|characters][, spaces included|].
        [Part time|Hybrid|Mornings only] [would be ideal|is what I want|should come up][.|, if you can.|]
        [No|Without a] [photo|salary] mention[, not usual here|][.|, that helps me.|]
    """),
    followups=lines("""
        [Sounds|It sounds] [a bit|too] [fake|stiff|much like AI|arrogant], [make it simpler|tone it down].
        [Can|could] you [shorten|cut] [it|that] to [{big} words|half|three paragraphs]?
        [Add|put in|mention] [that I managed {small} people|my course in {year}|I live nearby].
        [now|And now] [the same|one] for [a hospital|{company}|a {job} job].
        [What|how] [about|to handle] [the gap|salary expectations|my accent|references]?
        [Replace|change] the [first sentence|ending|second paragraph], [too cliché|doesn't fit me].
        [Is|was] [that|it] [too long|honest enough|okay for a recruiter]?
        [Which|what] [keywords|skills] [did you use|are missing] [from the ad|]?
        [Should|do] I [send|attach] it [as pdf|in the email|with certificates]?
        [And|can i have] a [linkedin message|short email version|subject line] [too|for it]?
    """),
    replies=lines("""
        [Open|Start] with one [result|moment] from your last job, [then say|and explain] why [this team|the \
            role] [fits|interests you].
        Dear Ms {surname}, in my {small} years as a {job} I [learned|have learned] [to stay calm when it \
            gets busy|how much good handovers matter].
        [The gap|That year] needs one [honest|plain] line: [you cared for family|you retrained], and you're \
            [ready|available] now.
        [I cut|I've removed] the [stock phrases|repeats] and [moved|put] your [numbers|best example] to the \
            top.
        [Pick|Choose] two requirements from the ad and [prove each|answer both] with [an example|something \
            you did].
        [Close|End] by saying [when you could start|that you'd welcome a conversation], [no more|in one line].
        [That's fine|It's okay] without a degree: [show|stress] [the licence|training], and [what you \
            handled|your responsibility].
        [Here's|This is] a version of {big} words with [blanks for names|two brackets to fill].
    """),
)
