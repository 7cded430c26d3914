"""Requests for speeches and toasts at weddings and other family events."""

from clio.synthetic.grammar import Topic, lines

TOPIC = Topic(
    name="wedding_speech",
    area="writing",
    weight=0.5,
    concern=1,
    contexts=lines("""
        [I'm|I am] the [best man|maid of honour|father of the bride|mother of the groom|bride's brother].
        [They|The couple|{name} and {name}] [met|got together] [at work|on a train|through me|at a pub \
            quiz|in primary school].
        [I've known|I have known] [the groom|the bride|{name}] [since {year}|for {number} years|since we \
            were six].
        [The wedding|It] is [in {month}|this Saturday|on {weekday}|in {small} weeks] [in {city}|outdoors|at \
            a farm].
        [About|Around|There'll be] {number} guests, [half|some] of them [don't speak English well|very \
            religious|from {country}].
        [I'm|I get] [terribly nervous|shy|shaking] [in front of|before] [people|crowds|a microphone].
        [He|She|The groom] [once|] [set off the fire alarm making toast|drove to the wrong airport|adopted \
            a three-legged dog|cried at a football match].
        [They've been|They are] [together|engaged] for {number} years, [two kids|one cat|a shared bakery] \
            [and|plus] [a house|a lot of plants].
        [His|Her|The bride's] [father|mother|grandmother] [died|passed away] [last year|in {year}], [I'd \
            like to mention it gently|so be careful].
        [There's|There was] an ex [story|] [everyone knows|that must stay out], and [an open bar|a strict \
            aunt].
        [It's|This is] [a second marriage|a small civil ceremony|a same-sex wedding|a bilingual \
            wedding][.|, actually.]
        [I was|They only] asked [me|] [yesterday|last week|at the last minute] [because|since] [somebody \
            cancelled|the brother is ill].
        [My|Our] [friendship|family] is [built on|mostly] [football and bad jokes|long walks|arguing about \
            music].
        [She's|The bride is] a {job}, [he's|the groom is] a {job}, [both|and they] [love cycling|are late \
            for everything].
        [I have|So far I have] [three anecdotes|a first line|nothing], [and|but] [no ending|no idea how to \
            link them|a blank page].
        [The speech|Mine] [comes|is] [after dinner|right after the father's|before the cake].
        [We're|Our family is] [not the emotional type|very loud|Irish and Italian][.|, to be fair.]
        [My parents'|Their] [{number}th anniversary|golden wedding] [is also|comes] [that day|the same \
            weekend].
    """),
    asks=lines("""
        [Write|Help me write|{canyou} draft] a [best man|maid of honour|father of the bride] speech \
            [that's|which is] [funny but kind|short|from the heart|not embarrassing][.|?|]
        [How do I|What's a good way to] [start|open|begin] [a wedding speech|my toast] [without|other than] \
            ["for those who don't know me"|a dictionary quote|a joke]?
        [I need|Looking for] a [toast|few words|speech] for [my sister's wedding|{relative}'s second \
            wedding|a silver anniversary|an engagement party].
        [End|Finish|How to end] [my|the] [speech|toast] [with|on] [a toast|something moving|a line people \
            remember][?|.|]
        [Make|Turn] [these anecdotes|my notes|three stories] [into|] [a speech|a proper toast] of \
            [three|four|five] minutes.
        [Is it|Would it be] [okay|rude|too much] to [mention the ex|joke about the bride's driving|talk \
            about the \
            late father|tell the stag do story]?
        [Jokes|Some harmless jokes|A light joke] about [marriage|the groom being late|two teachers \
            marrying|in-laws] [for a toast|that offend nobody].
        [Vows|Wedding vows|My vows]: [help me write them|how do I word them|I'm stuck], [sincere|a bit \
            funny|not religious].
        [Shorten|Cut|Trim] [my|this] [speech|draft] [to three minutes|by half], [keep|but leave in] [the \
            dog story|the thank yous|the last line].
        [What|Which people] [should|do] [I|the father|the groom] [thank|say|mention] [in|during] [the \
            speech|the toast], [in which order|and how long]?
        [Rehearsal dinner|Registry office|Reception]: [a two-minute welcome|short welcome words] [from|by] \
            [the parents|the groom|a stepfather].
        [Something|Words|A text] for [a friend who marries abroad|a couple I hardly know|my boss's wedding \
            card|my daughter's wedding].
        [Calm my|How do I handle|Tips for] nerves [when giving|before] [a toast|my best man speech], \
            [and|plus] [cue cards or by heart|how slow to speak]?
        [A poem|A rhyme|A reading] for [the ceremony|my cousin's wedding|the golden anniversary], [not \
            cheesy|about growing old together|modern].
        [Bilingual|Half English half Spanish|Easy English] toast for [a mixed family|guests from \
            {country}], [short lines|simple words], [please|can you]?
        [We|My brother and I] give the [speech|toast] together, [write|suggest] [a dialogue|who says what|a \
            script] about [{name} and {name}|the bride].
        [Improve|Look at] my [opening|draft]: "[I met {name} in a queue|When {name} told me she was \
            engaged|I lost a bet, that's why I'm here]" - [too flat|what next|is it good]?
        [Retirement|Birthday|Farewell|Christening] speech for [my dad|a colleague of {number} years|my \
            godchild|grandma who turns {number}].
        [Write|Draft] [the groom's|the bride's|a stepmother's] [thank-you speech|words], [warm|modest|with \
            a wink], [three minutes|not longer than a page].
    """),
    terse=lines("""
        [best man|maid of honour|father of the bride] speech [short|funny|example|opening lines]
        wedding toast [for sister|for best friend|from parents|short and sweet|colleague][| ideas| asap]
        [wedding vows|vows] [not cheesy|funny|second marriage|examples][| please| advice]
        [start|end|structure] [of|for] wedding speech [nervous|not boring|]
        [jokes|anecdotes|quotes] [for|in] [best man speech|wedding toast] [clean|family friendly]
        [anniversary|retirement|birthday] [speech|toast] [parents|boss|grandma {number}]
        [groom|bride] speech [thank you|who to thank|order] [short|template]
        [wedding|ceremony] [reading|poem] [modern|non religious|short]
        [wedding|rehearsal dinner] [speech|toast] [{small} minutes|in english and spanish|for stepdad]
        [mention|honour] [late father|deceased mother] wedding [speech|toast] [gently|how]
    """),
    details=lines("""
        [Three|Four|Max five] minutes [when read aloud|], [no longer|please].
        [No|Without] [exes|drinking stories|swearing|marriage clichés][, grandma listens|].
        [Funny|Light] [first|at the start], [then|but] [sincere|tears are fine] [at the end|later].
        [Names|Their names] [are|:] {name} and {name}.
        [Simple|Short] sentences, [I read badly when nervous|half the guests learned English at school][.|, \
            ideally.|]
        [Leave|Put] [gaps|brackets] where [I add|my own] [stories|details] [go|].
        [It should|Must] [sound|feel] like [me, a {job}|a brother|someone shy].
        [Include|Work in] [the cat|their trip to {country}|the late grandfather|a toast to absent friends].
        [Not|Nothing] [religious|too sentimental|copied from the internet][.|, please.|]
        [One|Only one] [joke|anecdote] [about each|is enough|at most].
        [End|Close] with [raise your glasses|a toast|a line from a song][.|, if you can.|]
        [As|Give it as] [bullet points|cue cards|a full text][, please|].
    """),
    followups=lines("""
        [A bit|Slightly] [less|more] [funny|emotional|personal|formal], [please|can you]?
        [Add|put in] [the story|that time|a line] [with the tent|when she missed the train|about their dog].
        [Can|could] you [shorten|swap|soften] the [middle|joke|opening]?
        [What|how] [if|to react when] [nobody laughs|I start crying|the mic fails]?
        [Give|i'd like] [another|a second] [ending|first line|joke].
        [Is|isn't] the [bit|part] about [her ex job|his mum|the stag night] [too much|okay|]?
        [How|and how] long [is|does] that [take|] [to read|aloud]?
        [Make|turn] it [into|] [cue cards|bullet points|rhymes].
        [And|what] [a toast|a sentence] in [Spanish|Italian|Polish] [at the end|for his family]?
        [Should|do] I [thank|mention] [the parents|both families|the cook]?
    """),
    replies=lines("""
        Good evening. I'm {name}, [and for {number} years I've been|which means I was] the one [{name} \
            calls|he rings] when [the car won't start|things go wrong].
        [Try|Open with] the moment you [knew they were serious|first saw them together], [told in three \
            sentences|before any joke].
        [So please|Now] raise your glasses: to [two people who are late for everything, and were right on \
            time for each other|{name} and {name}, and to many more dances].
        [I'd leave|Leave] the ex out; [even a mild joke|that one] [lands badly|makes half the room tense].
        [About|That's roughly] {big} words, [so|which is] four minutes [at a calm pace|with pauses].
        [A single sentence|One line] is enough: "[He'd have been the first on the dance floor|She is here \
            in every recipe on this table]."
        [Thank|Order]: parents, [those who travelled|guests], the [helpers|bridal party], and \
            [last|finally] [your spouse|the couple].
        [Cards|Use cards] with [five keywords|big letters], breathe before the first line, [and look at a \
            friend|slowly].
    """),
)
