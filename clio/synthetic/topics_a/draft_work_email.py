"""Requests to write or improve e-mails at work."""

from clio.synthetic.grammar import Topic, lines

TOPIC = Topic(
    name="draft_work_email",
    area="writing",
    weight=2.8,
    concern=1,
    contexts=lines("""
        [We've worked|I have worked] [together|with them] [for {duration}|since {year}], [usually on good \
            terms|never met in person].
        [{colleague}|The client|Our supplier] [has not answered|hasn't replied|went silent] [for \
            {duration}|since {weekday}|after the demo].
        [The delivery|Our project|The report|The invoice] is [late|{duration} behind|overdue], [not our \
            fault|partly my fault|because of customs].
        [I'm|I am] [a {job}|new in the role|on probation|leading a small team] at {company}.
        [English|German|This language] [isn't|is not] my first language, [so|and] I [worry about tone|sound \
            rude quickly|write too stiff].
        [They|She|He] [turned down|cancelled|moved] [our meeting|the interview|the order] [twice|{small} \
            times|at the last minute].
        [Last|At the last] [meeting|call|review] [it got|things got] [heated|a bit awkward|confusing].
        [The budget|Our price|The rate] [goes up|rises] by {percent} [from {month}|next quarter|this year].
        [I promised|We promised|{colleague} promised] [an answer|the figures|a draft] [by {weekday}|before \
            {hour}|last week].
        [It's|This goes] [to|out to] [the whole department|{number} people|one very senior person|a \
            customer I like].
        [I have|There's] [to be] [a doctor's appointment|childcare trouble|a funeral] [on {weekday}|next \
            week] and [I'd rather not explain|keep it private].
        [We|Our team] [lost|may lose|are losing] {small} people, [everyone is tired|work piles up].
        [Somebody|A colleague] [took credit|takes credit|forwarded my work] [for my slides|in front of \
            {colleague}|without asking].
        [The first|My first] [version|draft] [was|sounds|felt] [too harsh|way too long|like begging|passive \
            aggressive].
        [They|The customer] [want|demand|expect] [a refund|a discount of {percent}|a call today|an apology].
        [My|The] [holiday|parental leave|last day] [starts|begins|is] [on {weekday}|in {month}|in two weeks].
        [The offer|A job offer] from {company} is [good|fine|tempting], [but|only] [the salary is low|I'd \
            start in {month}|I have another one].
        [Our|The] [office|shop|server|phone system] [moves|will be closed|is down] [on {weekday}|from \
            {month}|over the holidays].
    """),
    asks=lines("""
        [Write|Draft|{canyou} draft] [an email|a mail|a short note] to [my boss|{colleague}|a supplier|the \
            team] [asking for|about] [a raise|a day off|the missing invoice|more time][.|?|]
        [How do I|How should I] [tell|let] [a client|{colleague}|my team] [that|know] [we can't deliver|the \
            price changes|I'm leaving|we made a mistake] [by email|in writing|without sounding cold]?
        [I need|Looking for] [a polite|a firm|a friendly] [reminder|follow-up|chaser] [for|about] [an \
            unpaid invoice|my application|the signed contract|feedback].
        [Make|Rewrite] [this|my mail] [friendlier|shorter|more professional|less emotional]: "[send me the \
            file today|I already told you twice|this is not acceptable|why was I not invited]"
        [What's|Give me] a [good|nice|neutral] subject line [for|when] [a complaint|a first contact|chasing \
            payment|an out of office|cancelling].
        [Reply|Help me reply|Answer] to [a rude customer|an angry message|a recruiter|an invitation I must \
            decline] [calmly|in a few lines|politely].
        [Say no|{ineed} say no] to [extra work|a meeting|a vendor|weekend shifts] [without|but not] \
            [burning bridges|seem lazy|a long excuse|hurting anyone].
        [Apologise|I want to apologise|Write an apology] [to|for] [the delay|a double booking|the wrong \
            attachment|missing the call], [short and honest|no grovelling].
        [Introduce|{canyou} introduce] [me|our company|a new colleague] [to|in a mail to] [a potential \
            client|the department|our partners][?|.|]
        [Announce|I must announce|Compose an announcement of] [a new schedule|the office move|a price \
            increase|{name}'s promotion] [to|for] [staff|customers|everyone].
        [Decline|Turn down|Refuse] [a job offer|the proposal|a quote|a speaking request] [nicely|with \
            thanks|and keep the door open].
        [Thank|A thank-you mail to] [the interviewer|my mentor|our volunteers|a departing colleague], \
            [warm|not cheesy|two paragraphs].
        [My resignation|A resignation letter|The notice mail], [what do I write|{canyou} word it], \
            [effective {month}|one month's notice|leaving on good terms]?
        [Is this|Does this|Would it be] [too direct|rude|okay] [to send|]: "[per my last email|please \
            advise|as discussed, I expect an answer|kindly revert]" [and what's better|]?
        [Ask|I'd like to ask] [the landlord of our office|IT|finance|HR] [for|about] [a new laptop|a \
            payslip copy|working from home|the missing expenses] [by mail|in a nice way].
        [Escalate|How can I escalate] [a delay|the issue|a broken promise] to [their manager|the next \
            level|my director] [factually|fairly|without blaming]?
        [Summarise|Turn] [my notes|these bullet points|the phone call] [into|in] [a mail|an update] [for \
            the client|to {colleague}|that can go out today].
        [Set up|Suggest|Propose] [a call|a meeting|coffee] with [someone busy|a stranger|{name} from \
            {company}], [give {small} time slots|keep it light].
        [Out of office|An automatic reply|Auto-reply] for [two weeks in {month}|parental leave|a \
            conference|the company shutdown][, with a deputy|, a bit funny|].
        [Congratulate|Condolences to|Get well wishes for] [a colleague|our client|{colleague}], [from the \
            team|by email|what's appropriate]?
    """),
    terse=lines("""
        [email|mail] [to boss|to hr|to client] [asking for|about] [raise|day off|delay|remote work]
        [polite|friendly|second] reminder [email|mail] [unpaid invoice|no reply|overdue|documents]
        [resignation|notice] [letter|email] [short|two weeks|template|good terms]
        [apology|sorry] [email|mail] [to customer|late delivery|missed meeting|wrong attachment]
        [decline|reject|turn down] [job offer|meeting|vendor|invitation] [email|politely|sample]
        [out of office|auto reply] [message|text] [holiday|maternity|funny|with contact]
        [follow up|chaser] [after interview|after meeting|sales call|no response] [email|mail]
        [rewrite|rephrase|improve] [email|mail] [more professional|less harsh|shorter]
        [complaint|escalation] [email|letter] [supplier|late order|manager] [firm but polite|]
        [introduction|welcome|farewell] [email|mail] [new job|new team member|colleagues]
        [price increase|office closure|schedule change] [announcement|notice] [customers|staff] [email|]
    """),
    details=lines("""
        [Not|No] [longer|more] than {big} words[, please|, they skim everything|].
        [Keep|Make] [it|the tone] [warm|neutral|formal|light] [but|and yet] [clear|professional|brief].
        [No|Skip the|Avoid] ["I hope this finds you well"|exclamation marks|corporate jargon|apologies].
        [First names|We're on first name terms|Use Mr and Ms] [are fine|there|please][.|, please.|]
        [Mention|Include|Refer to] [the deadline on {weekday}|our call|invoice {big}|the attached file].
        [British|American|Simple] English[, please| if possible|][.|, if you can.|]
        [Give|Send] me {small} [versions|variants|options], [one bolder|from soft to firm|different tones].
        [End|Close] with [a clear question|a next step|an offer to call][.|, that helps me.|]
        [Don't|Please don't] [mention|bring up] [money|the reason|{name}|the other offer].
        [Add|With] a subject line [too|as well|][.|, that helps me.|]
        [It should|Must] [sound|read] like [me|a human|someone calm], [not a robot|not a lawyer].
        [My boss|He|She] [reads|opens] mail on [the phone|the go], so [short paragraphs|the point first].
    """),
    followups=lines("""
        [Bit|A little] [too formal|long|stiff|soft], [can you|try to] [loosen it|cut it|be firmer]?
        [Add|put in] that [we offer a discount|I'm available on {weekday}|the contract ends in {month}].
        [And|what about] [the subject|a subject line|the greeting|the sign-off][?|, sorry?|]
        [How|what] [would|should] I [say|answer] if [they refuse|he doesn't reply|she gets angry]?
        [leave out|Remove|drop] the [last|second|middle] [sentence|paragraph][, please|].
        [Can|could] you [do|write] [it|one] in [german|spanish|french] [as well|too]?
        [Replace|change] ["regret"|"kindly"|the opening] with [something lighter|another word].
        [Sounds|It sounds] [good|like a robot|not like me], [more|be more] [natural|personal|direct].
        [should|Would] I [cc|copy in] [{colleague}|the manager|hr]?
        [now|And now] the [reply|follow-up] [in case|if] [nothing comes|they say yes|they want a call].
    """),
    replies=lines("""
        [Subject|Here's a draft]: Quick follow-up on [our offer|the invoice]. [I wanted to check|Could you \
            let me know] whether [you had a chance to look|everything is clear].
        [Lead|Start] with the decision, [give one reason|then the reason], and close with [what happens \
            next|a date].
        Hi {name}, [thank you for your patience|thanks for waiting]. The [delivery|report] will reach you \
            on {weekday}[, and we'll cover the extra cost|].
        [I softened the opening|The tone is calmer now] and [kept your deadline|left the request] in the \
            [first|last] line.
        [Thanks|Thank you] for thinking of me. [At the moment|This month] I can't take this on, [but I'd be \
            glad to help in {month}|though {name} might].
        [Three|Two] options [below|follow]: [a gentle one|soft], [a neutral one|neutral], and [one with a \
            deadline|firm].
        [It reads as|That sounds] a little sharp. ["Could you send it by noon?"|A question] [works \
            better|lands softer].
        [I'd leave|Leave] the reason out; [a short notice|one line] is [enough|perfectly normal].
    """),
)
