"""Requests about founding and planning a business."""

from clio.synthetic.grammar import Topic, lines

TOPIC = Topic(
    name="business_plan",
    area="business",
    weight=0.9,
    concern=1,
    contexts=lines("""
        [I want|I'd like|My dream is] to [open|start|run] [a cafe|a food truck|a nursery|a repair \
            workshop|an online shop|a guest house] in [{city}|my town].
        [I have|We've got] {money} [saved|of our own], [the bank|an investor|family] [might add|wants to \
            see numbers for] [the rest|more].
        [I'm|I am] a {job} [with|and have] [{number} years' experience|no business background|a loyal crowd \
            of clients].
        [The bank|The job centre|A funding body] [wants|asks for|needs] [a written plan|three years of \
            figures|a cash flow] [by {weekday}|by {month}|].
        [Rent|The rent] [would be|is] {money} [a month|], [plus|and] [equipment|staff|a deposit].
        [My partner|{relative}|A friend] [joins|would be in|puts in money], [we haven't|and nothing is] \
            [settled shares|written down].
        [There are|I found] {small} [similar shops|competitors] [nearby|in town|online], [none|but not one] \
            [opens on Sundays|is vegan|delivers].
        [I keep|I'd keep] my [day job|part-time job] [at first|for a year], [so|and] [only \
            weekends|evenings] [remain|].
        [It's|This is] [still an idea|my second try|half running already|a side hustle], [{number} \
            customers so far|no name yet|no numbers].
        [Numbers|Forecasts|Margins] [scare me|are guesswork|keep me awake], [the product|cooking|selling] \
            is [what I can do|easy].
        [I reckon|We expect|My guess is] {number} customers [a day|a week], [spending|at] [about|around] \
            {money} [each|].
        [An adviser|{colleague}|My uncle] [says|thinks] [it's too risky|I need a GmbH|the margin is too \
            thin|go for it].
        [The lease|A space|A truck] [is available|could be mine] [from {month}|if I sign by {weekday}].
        [We'd hire|I would need|Staff]: {small} [people|part-timers], [minimum wage|one cook and me|students].
        [Season|Winter|The summer] [matters|is dead|brings most income], [so|hence] [cash gets tight|I \
            worry about {month}].
        [My town|The area] has {big} [families|students|tourists a year], [no|but no] [bookshop|bike \
            repair|decent bakery].
        [It should|I want it to] [pay my rent|stay small|grow to {small} branches] [within {small} years|].
        [Last year|In {year}] I [sold|made] {money} [on the side|at markets], [mostly|with] \
            [cakes|furniture|candles].
    """),
    asks=lines("""
        [Write|Help me write|{canyou} draft] [a business plan|an outline of a plan|the executive summary] \
            for [a coffee cart|a cleaning company|an app for tutors|a small farm shop][.|?|]
        [How much|What] [money|capital|start-up cost] [do I need|should I plan] [to open|for] [a food \
            truck|a salon|a tiny bakery|a gym]?
        [Is|Would you call] [my idea|this concept|the plan] [realistic|sensible|worth trying]: [a mobile \
            bike mechanic|subscription boxes for dogs|a silent cafe|renting out tools]?
        [How do I|Show me how to] [calculate|work out] [the break-even point|prices|my hourly rate|monthly \
            costs|a cash flow] [for|of] [a {job}|a shop|a one-person business]?
        [Make|Create|Draft] [a SWOT analysis|a business model canvas|a risk list] [for|of] [a yoga \
            studio|an online tutoring service|a brewery|my catering idea].
        [Which|What] legal form [is best|suits|makes sense] for [two friends|a freelancer|a family shop] in \
            [Germany|the UK|Spain|Canada], [and why|roughly]?
        [What|Which questions] will [the bank|an investor|the grant office] [ask|want to know] [about my \
            plan|], [and good answers|help me prepare]?
        [Three-year|First-year|Monthly] [forecast|budget|projection] for [a guest house with {small} \
            rooms|a {job} going freelance|a web shop], [simple table|with assumptions].
        [Help me|I'd like to] [find|define|narrow] [a niche|my target market|the unique point] for [a \
            bakery|copywriting|second-hand clothes|a barber].
        [Should|Would you] I [franchise or start alone|buy an existing shop|take the loan|quit my job] \
            [if|when] [I have {money}|margins are {percent}|I have kids]?
        [Pitch|A one-minute pitch|An elevator pitch] for [our app|a zero waste shop|my repair service], \
            [for investors|for a competition|in plain words].
        [Name|List|Tell me] the [steps|permits|insurances] [to open|needed for|before starting] [a cafe|a \
            childminding business|a food stall|an import business].
        [Price|How to price|What can I charge for] [handmade furniture|dog walking|wedding cakes|consulting \
            hours], [costs are {money}|I always go too low].
        [Improve|Tighten|Criticise] [the market section|my summary|this plan]: "[everyone is our \
            customer|we expect {percent} growth|there is no competition]"
        [How can|Ways to] [I|we] [test|validate] [the idea|demand] [before|without] [spending \
            {money}|renting|quitting]?
        [Split|How to split|Share] [equity|profits|work] between [founders|me and my brother|the cook and \
            the investor] [fairly|].
        [What if|How do I plan for|Plan B for] [sales stay {percent} below plan|my co-founder leaves|winter \
            is bad|the supplier goes bust]?
        [Explain|What's] [the difference between profit and cash flow|working capital|gross margin|burn \
            rate] [with|for] [a cafe example|beginners][?|.]
        [Expand|Open a second branch|Hire the first employee] - [when|how do I know it's time|what must the \
            numbers be] for [my salon|a small bakery|a two-van firm]?
    """),
    terse=lines("""
        business plan [cafe|food truck|cleaning company|online shop|{job}] [template|example|one page]
        [start up|startup] costs [bakery|salon|gym|guest house] [estimate|list|small]
        [break even|cash flow|pricing] [calculation|example|formula] [small business|cafe|freelancer]
        [swot|business model canvas|risk analysis] [yoga studio|catering|app|farm shop]
        [legal form|permits|insurance] [open cafe|freelance {job}|two founders] [germany|uk|]
        [elevator pitch|executive summary|investor questions] [example|app|shop|bank loan]
        [validate|test] business idea [without money|before quitting|checklist][| please| advice]
        [hourly rate|what to charge] [{job}|consultant|handmade] [calculate|fair]
        [franchise|buy existing business|start from zero] [pros cons|restaurant|][| help| tips]
        [three year|12 month] [forecast|budget|projection] [simple|template|{city} shop]
        [co-founder|profit|equity] split [fair|brothers|who works more][| ideas| asap]
    """),
    details=lines("""
        [Be|Please be] [honest|critical|realistic], [no cheering|I need the truth].
        [Two|Five|Ten] pages [at most|max|is what the bank wants][.|, please.|]
        [Simple|Rough] numbers [are fine|first], [I refine later|no spreadsheet yet][.|, that helps me.|]
        [In|Amounts in] [euros|pounds|dollars], [net of tax|with VAT separate].
        [State|List] [the assumptions|what you assume] [clearly|first][.|, that helps me.|]
        [No|Avoid] [jargon|start-up talk|MBA words][, the banker is old school|].
        [Assume|Count on] [rent of {money}|{number} customers a day|a slow first winter].
        [For|It's for] [a bank|a competition|myself|a grant], [not|no] investors.
        [Include|Don't forget] [my own salary|insurance|seasonal dips|the deposit][.|, please.|]
        [Best|Worst and best] case [too|please|side by side][.|, that helps me.|]
        [Local|Rules] for [Germany|Ontario|the UK|Portugal][, if you know them|].
        [As|Give me] [headings with questions|a table|a checklist][.|, ideally.|]
    """),
    followups=lines("""
        [What|and] if [only half|{percent} fewer] [come|buy]?
        [Rent|the loan|staff] [is|would be] [higher|{money}|from {month}], [does it still work|redo it].
        [Can|could] you [turn|put] [it|that] [into|in] [a table|one page|bullets]?
        [How|where] did you [get|take] [the {percent}|that number|those costs] [from|]?
        [Next|now] [the marketing part|the team section|risks|financing][.|, sorry.|]
        [Is|would] [{money}|a year|one employee] [enough|too little]?
        [Which|what] [licence|insurance|tax] [comes first|do I need]?
        [Make|write] it [shorter|more convincing|for a bank][.|, sorry.|]
        [And|what about] my own [salary|pension|health insurance][?|, sorry?|]
        [Who|where] [can|do I] [help|ask] [locally|for a grant|for free]?
    """),
    replies=lines("""
        [Fixed costs|Add up what you pay anyway] divided by margin per [cup|sale] gives the break-even: \
            [roughly|about] {number} [a day|customers daily].
        [Realistic, with a catch|It can work]: the [location|winter] decides, so [test it at markets|rent \
            by the day] for {small} months [first|before signing].
        [Bankers|They] ask [what happens if sales are a third lower|how you live until then]; [have one \
            page ready|show that case].
        [Outline|Structure]: idea, customers, [competition|rivals], [prices|offer], team, [figures|three \
            years of numbers], risks[, and what you need|].
        [Profit|A month can show profit] while the account is empty, [because|since] [suppliers are paid \
            before customers pay|stock ties up money].
        [Strength|On the plus side]: [loyal clients|your trade]. [Weakness|Minus]: [one person does it \
            all|little cash]. [Chance|Open]: nobody [delivers|opens Sundays].
        [Write down|Settle] shares, [work hours|roles] and [what happens when one leaves|an exit] before \
            [money moves|you open].
        [Hourly rate|Rate]: yearly costs plus [salary|what you need to live], divided by [hours you can \
            bill|about {big} billable hours].
    """),
)
