"""Requests for marketing ideas for small businesses and clubs."""

from clio.synthetic.grammar import Topic, lines

TOPIC = Topic(
    name="marketing_ideas",
    area="business",
    weight=1.4,
    concern=1,
    contexts=lines("""
        [We're|I run|It's] a [small bakery|dog salon|physio practice|bike shop|language school|indie game \
            studio] in {city}.
        [Our|The] budget is [{money}|{money} a month|close to zero], [so|and] [no agency|every euro \
            counts|ads are limited].
        [Most|Nearly all] [customers|clients] come [by word of mouth|from Google|through one partner|by \
            walking past].
        [Sales|Bookings|Sign-ups] [are down|fell|dropped] [{percent}|since {month}|this {season}].
        [We open|We launch|I start] in {month}[ and nobody knows us| with a tiny team| after {duration} of \
            work].
        [A big chain|A competitor|Two rivals] [opened|moved in|advertises] [next door|nearby|everywhere].
        [Our|The typical] [customers|buyers] are [retired|young families|students|office workers|tourists].
        [We tried|So far we tried] [flyers|Google Ads|a discount app|local radio], [it brought|with] \
            [nothing|{number} people|the wrong crowd].
        [I'm|I am] [alone|a {job}|not a marketing person], [and|with] [two hours a week|no camera \
            skills|little time] [for it|].
        [The newsletter|Our list] has {big} [subscribers|addresses], [opens|the open rate is] {percent}.
        [We're proud of|Our strength is] [the service|the recipes|fast repairs|{number} years in \
            business|being local].
        [Weekdays|Mornings|{weekday}s|January] [are|is] [dead|slow|half empty], [weekends|evenings] \
            [full|overbooked].
        [People|Visitors] [love it|come once] and [then|] [never return|forget us|tell no one].
        [It's|We sell] [something boring|a product nobody looks for|seasonal stuff|a service, hard to \
            show][.|, in case it matters.]
        [The town|Our street] [has|hosts] [a festival in {month}|a weekly market|roadworks until {month}].
        [Instagram|Our page|TikTok] [exists|has {big} followers], [but|only] [no one posts|it brings no \
            sales].
        [My partner|{colleague}|The owner] [wants|insists on] [billboards|influencers|a mascot], [I doubt \
            it|is that smart].
        [It's|This is for] a [charity|sports club|choir|church|school fair], [we need|looking for] \
            [members|donors|helpers].
    """),
    asks=lines("""
        [How do I|How can we|What can I do to] [get|win|find] [more customers|first clients|local \
            attention|repeat buyers] [without ads|on a small budget|in {small} months]?
        [Give|I need|Suggest] [me |]{number} [marketing|promotion] ideas for [a florist|a tutoring \
            service|my pottery studio|an accountant].
        [What|Which] [slogan|tagline|claim] [fits|would suit] [a cargo bike rental|a quiet cafe|organic dog \
            food|our repair shop]?
        [Plan|Create|Draft] [a launch campaign|a {small} week campaign|a {season} promotion] for [our new \
            menu|an app|a fitness studio].
        [Is|Would you call] [Google Ads|a loyalty card|influencer marketing|a podcast|a discount] [worth \
            it|a good \
            idea] for [a hairdresser|a B2B firm|a village shop]?
        [Come up|Help me come up] with [a name|a campaign idea|a hook] for [our podcast|the summer sale|a \
            workshop series|a delivery service].
        [How should|Where should] [we|I] [spend|use|split] [{money}|our tiny budget] [for|on] \
            [marketing|ads] [this {season}|in the first year|]?
        [Write|Draft] [a flyer text|a newsletter|ad copy|a radio spot] [for|announcing] [our open day|the \
            opening|a free trial|{percent} off].
        [Who|Which people] [is|are] [our target group|the right audience] [for|if we sell] [handmade \
            knives|online yoga|senior tech help], [help me define it|and how to reach them]?
        [Fill|Get people in on] [empty {weekday}s|slow mornings|the low season] [at|in] [a restaurant|our \
            climbing gym|my hotel], [ideas|what works]?
        [Ask|How do I ask] [customers|guests] [to|] [come back|recommend us|give honest feedback] [without \
            being pushy|at the till|by mail]?
        [Analyse|Look at] our [marketing|website message|positioning]: [we offer everything to \
            everyone|"quality since {year}"|price is our only argument], [what to change|be honest].
        [Partner|Cooperations|Joint actions] with [schools|gyms|other shops|employers] for [a \
            nutritionist|our bookstore|a taxi firm], [examples|how to pitch it].
        [Explain|What is] [a sales funnel|a buyer persona|SEO|a call to action|conversion rate] [for a \
            small shop|simply|and do I need it][?|.]
        [Email|Newsletter] [series|sequence] for [new subscribers|people who left|event guests], [{small} \
            mails|subject lines too], [business|it's] [a wine shop|an online course].
        [Cheap|Free|Unusual] ways to [promote|advertise|make known] [a concert|a moving service|my book|a \
            new dentist] [locally|in {city}|].
        [Raise|How to raise] [our prices|my hourly rate] by {percent} [and|but] [keep customers|explain \
            it|sell more].
        [Measure|How do I know|Which numbers show] [if|whether] [marketing works|the flyers helped|a \
            campaign paid off] [for a small business|without software|]?
        [Recruit|Attract|Find] [volunteers|members|donors|apprentices] for [our club|a hospice|the fire \
            brigade|a craft business], [campaign ideas|how to word it].
    """),
    terse=lines("""
        marketing ideas [bakery|dentist|yoga studio|bike shop|tutor] [low budget|local|{season}]
        [slogan|tagline|business name] [coffee shop|dog groomer|cleaning company|cargo bikes]
        [get|find] [first customers|more clients|members] [freelancer|sports club|new shop] [without \
            ads|fast|]
        [flyer|newsletter|radio ad] [text|copy|ideas] [grand opening|{season} sale|open day]
        [google ads|loyalty card|influencers|seo] [worth it|small business|restaurant]
        [launch|christmas|referral] campaign [ideas|plan|example] [online shop|app|salon]
        [target group|buyer persona|positioning] [example|template] [fitness|b2b|wine shop]
        [fill|increase sales] [slow days|low season|empty tables] [restaurant|hotel|gym]
        [price increase|raise prices] [announce|customers|without losing clients][| beginner| today]
        [marketing|advertising] budget [small business|percentage|{money}] [how to spend|]
        [fundraising|membership|volunteer] campaign [club|charity|school] [ideas|slogan]
    """),
    details=lines("""
        [Budget|We can spend|Max]: {money}[ in total| a month|], [not more|time is free].
        [No|Not another] [discounts|social media|video|mascot][, please|, we tried that|].
        [Something|Ideas] [two people|one person|volunteers] can [do|manage] [in an afternoon|next to work].
        [Local|Only local], [within {number} km|just our town].
        [Rank|Sort] [them|ideas] by [effort|cost|effect].
        [Concrete|Practical] [steps|examples], [no theory|no buzzwords][.|, that helps me.|]
        [It should|Must] fit [our quiet style|an older audience|a traditional trade][.|, ideally.|]
        [With|Add] [a rough timeline|costs|who does what][.|, that helps me.|]
        [Legal|It must be legal] in [Germany|the UK|the EU], [no spam|no cold calls].
        [Bold|Crazy] ideas [are welcome|too], [one or two|we're small][.|, that helps me.|]
        [Start|It begins] in {month}[, ends in {month}|].
        [Avoid|Nothing with] ["best in town"|puns|giveaways|stock photos][.|, please.|]
    """),
    followups=lines("""
        [The|I like the] [second|first|third] [idea|one], [how would we start|more detail please|what does \
            it cost]?
        [We did|tried] [that|flyers] [already|last year], [other ideas|what else]?
        [And|how] [for|to reach] [older people|tourists|companies]?
        [Write|can you write] the [flyer|text|mail] [for it|then|].
        [What|which] [would|one] [you do first|is cheapest|brings most]?
        [Is|would] that [allowed|too much] [for {small} people|with {money}|in winter]?
        [Make|turn] it [into a plan|a checklist|a calendar] [by week|].
        [Shorter|funnier|calmer] [slogan|version|ones], [please|{small} more].
        [How|so how] do we [measure|track] [it|success][?| then?|]
        [Could|can] [students|a neighbour shop|the city] [help|join in]?
    """),
    replies=lines("""
        [Offer|Give] regulars a card that [brings a friend for free|pays off on {weekday}s], \
            [because|since] that's when you have [room|time].
        [Slow {weekday}s|Quiet mornings]: [a parents' table|a repair hour] with [the school next door|a \
            local club] costs [little|almost nothing].
        [Before ads|First], fix the [map entry|opening hours online] and add [ten honest photos|your \
            prices]; [most people look there|it's free].
        ["Bread that had time to sleep"|"Fixed today, ridden tonight"|"Slow mornings welcome"] \
            [could|might] fit [your tone|what you do].
        [Spend half|Put most] on [people who already know you|existing customers], [the rest|a third] on \
            [one test|a small local campaign].
        [Week one|First]: [tease|show the making]. [Week two|Then]: [invite neighbours|soft opening]. [Week \
            three|Finally]: [the event|open doors].
        [Ask every new customer|Put one question at the till]: how did you find us? [After a month|In \
            {small} weeks] you'll [know|see what works].
        [Raise it|Announce it] early, [say why in one line|name what stays], and [thank|keep a small \
            benefit for] long-time customers.
    """),
)
