"""Topics of leisure: journeys, stories, verse and games."""

from clio.synthetic.grammar import Topic

TOPICS: tuple[Topic, ...] = (
    Topic(
        name="travel_itinerary",
        area="leisure",
        weight=2.0,
        concern=1,
        contexts=(
            (
                "[We land|I arrive] in [{city}|{country}] [on a {weekday}|late at night|at {hour}] and "
                "[leave [two weeks|three weeks|a month|six weeks|two months|half a year] later|have no "
                "plan yet|jet-lagged I suppose]."
            ),
            (
                "[It's|This is] [our honeymoon|a trip with my mother, in her seventies|a school "
                "reunion|the first holiday with the baby], [so it should go smoothly|slow pace|no "
                "stress]."
            ),
            (
                "[I've never|We have never] [been outside {country}|travelled without a tour|slept in a "
                "hostel], [a bit nervous|excited though|any hints welcome]."
            ),
            (
                "[The budget is|We can spend] [{money} a head|about {number} a day|modest], [flights "
                "already paid|beds in hostels are fine|splurging on food only]."
            ),
            (
                "[We like|I'm into] [old bookshops and coffee|hiking and bad museums|street "
                "food|brutalist buildings], [not into shopping|no clubs|early birds]."
            ),
            (
                "[Booked so far|We've already booked]: [flights|a flat near the station|nothing], [the "
                "rest is open|dates can shift|in {month}]."
            ),
            (
                "[Last time|On our last trip] [we rushed|I planned every minute|it rained for a week], "
                "[never again|so lesson learned]."
            ),
            (
                "[I'll be|I'm] [travelling alone|with a friend who hates walking|in a wheelchair|with "
                "two teens], [which shapes things|so please consider that]."
            ),
            (
                "[There's a|We have a] [conference|wedding|layover of {number} hours] in {city} [and I "
                "want to add some days|before the real holiday|so the middle is fixed]."
            ),
            (
                "[No driving|We don't drive|I'd rent a car|Public transport], [trains preferred|buses "
                "are okay|only if roads are calm]."
            ),
            (
                "[Everyone's tips|Blogs] [say the same five sights|are from {year}|contradict each "
                "other], [I want something else|hence this]."
            ),
            (
                "[In {month}|Out of season|During Easter week], [prices are silly|things may be "
                "closed|weather's a gamble], [so flexibility counts|we know]."
            ),
            (
                "[My parents|Her family|The kids' godfather] [live in {city}|will join for two "
                "days|need naps], [to be built in|so half days are lost]."
            ),
            (
                "[A vegetarian|One coeliac|A fussy eater] [travels with us|is in the group], [food "
                "stops matter|plan around that|I say it with love]."
            ),
            (
                "[After|Following] [a hard year|exams|{small} months of nights], we [need sea and "
                "silence|just want to walk|deserve this]."
            ),
            (
                "[I have|I've got] [{small} vacation days|a rail pass|a week between jobs], [want to "
                "make the most of it|starting {weekday}|and itchy feet]."
            ),
            (
                "[Visa|My passport] [is sorted|expires in {month}|limits me to {number} days], [good to "
                "know|just mentioning]."
            ),
            (
                "[We argued|My partner and I argued] [beach or city|about the route|over lunch], [be "
                "our referee|so we're asking you]."
            ),
        ),
        asks=(
            (
                "[Plan|Put together|Sketch] [a four-day|a long-weekend|a week's] [itinerary|plan] for "
                "[{city}|{city} and around] [with a slow start each day|with mornings out and "
                "afternoons free|not too packed]."
            ),
            (
                "[What would you|What should we] do [with one rainy day in {city}|in {city} with "
                "kids|between trains for six hours], [bags included|on little money|off the beaten "
                "path]?"
            ),
            (
                "[How many days|How long] [do I need|is right] for [{country}|the coast near {city}|an "
                "island loop], [and what order makes sense|without rushing]?"
            ),
            (
                "[Train or plane|Bus or train|Night train or hotel] from {city} to "
                "[Prague|Naples|Ghent|Basel]? [Cost and comfort matter.|With a bike.|We've time to "
                "spare.]"
            ),
            (
                "[Is it realistic|Could one manage] to [see {city}, Naples and the lakes|cross "
                "{country} by rail|do a safari and the beach] in [ten days|a week|{number} days] "
                "[without going mad|]?"
            ),
            (
                "[Where|Which area] should [we|a family|a solo woman] stay in {city}, [quiet but "
                "central|walkable|close to the airport train], [and which to avoid|and why]?"
            ),
            (
                "[Make|Write] me a [packing list|day-by-day plan|budget] for [two weeks in {country} in "
                "{month}|hut-to-hut hiking|a cruise with one dress-up night]."
            ),
            (
                "[I'd love|Looking for] [hidden corners|a food walk|small museums|swimming spots] in "
                "{city} [that locals like|by metro|under {number}]."
            ),
            (
                "[Fill in|Help me fill|Complete] [the gaps|day three]: [arrive Thursday, wedding "
                "Saturday, fly home Tuesday|day 1 old town, day 2 open, day 3 home]."
            ),
            (
                "[road trip|Road trip] through [{country}|the north of {country}], [{number} km a day "
                "at most|camping and cheap inns|dog in the back]: [which loop|where do we stop]?"
            ),
            (
                "[Could you|Can you] [compare|weigh up] [{country} and Peru|{country} and "
                "Slovenia|spring and autumn|a tour and going alone] for [a first solo trip|a couple in "
                "their sixties|a stag weekend that's not awful]?"
            ),
            (
                "[What's the best way to|How do we] [get around {city}|get from the airport at "
                "midnight|reach the villages] [with a pram|without a car|cheaply]?"
            ),
            (
                "[Surprise|I want to surprise] [my wife|{relative}] with [a weekend in {city}|a trip "
                "she can't guess], [three ideas please|what would make it special]?"
            ),
            (
                "[Which|What] [scams|customs|rules] [should I know about|matter] in [{country}|a big "
                "city like {city}], [tipping too|first-timer here]?"
            ),
            (
                "[Replan|Rework] [this|my draft]: [day 1 six sights, day 2 five sights, day 3 fly|three "
                "cities in four days]. [Too much?|Cut what?|Make it humane.]"
            ),
            (
                "I need [a stopover plan|half-day ideas|a walking route] for {city}, [starting at the "
                "station|with luggage|ending at a good dinner]."
            ),
            (
                "[Accessible|Step-free] [sights|routes] in {city} [for a wheelchair|with a bad hip], "
                "[toilets too|over two days|what can be booked ahead]?"
            ),
            (
                "[Where can|Where could] we [see northern lights|hike for three days|surf as "
                "beginners|have snow and no skiing] in [{month}|the off-season] [within reach of "
                "{city}|]?"
            ),
            (
                "[Tell me|Suggest] [which festival|what season|which ferry] [to plan around|to pick] "
                "[for {country}|if we hate crowds][, with alternatives|]."
            ),
        ),
        terse=(
            "[{city}|{country}] [3 days|one week|10 days|with kids] [itinerary|plan|what to see]",
            "[weekend|day trip] [from {city}|near {city}] [by train|no car|in {month}]",
            "[{city}|{country}] [vs|or] [croatia|thailand|denmark] [in {month}|first trip|budget]",
            "[packing list|budget] [{country}|interrail|safari|hiking] [2 weeks|{month}]",
            "[where to stay|best area] {city} [quiet|family|nightlife|near station]",
            "{city} to [prague|naples|basel] [train|bus|ferry] [cheapest|overnight|duration]",
            "[road trip|rail trip] {country} [loop|route|dog friendly] [7 days|]",
            "[layover|stopover] {city} [6 hours|overnight|luggage]",
            "[vegetarian|street food|coffee] [{city}] [map|walk|cheap]",
            "[accessible|rainy day|free] [things to do|sights] {city}",
        ),
        details=(
            "[Budget is|We'd like to stay under] {money} [per person|all in|without flights].",
            "[Two of us|A group of {small}|Just me], [no car|mid-thirties|not great walkers].",
            (
                "[No early starts|Nothing before ten|Late starts only], [it's a holiday|kids sleep "
                "in|please|jet lag]."
            ),
            "[We eat|I eat] [vegetarian|anything|gluten-free][, food is half the trip|, sadly|].",
            "[At most|Only] [{small} hours|one train change] [of travel a day|between stops].",
            (
                "[I want|Leave] [one free afternoon|a swim every day|a museum on {weekday}] [in "
                "there|if it fits]."
            ),
            (
                "[No museums|Skip the churches|No boats], [I get bored|seasick|we did plenty last "
                "year|nobody enjoys them]."
            ),
            "[We'll have|I travel with] [a pram|one backpack|skis][, so stairs are bad|, mind you|].",
            "[Add|Include] [rough costs|travel times|a plan B for rain][, please|, thanks|].",
            "[Dates are|We go] [{month}, flexible|fixed, {month}|mid {month}][, for now|].",
            "[Quiet places|Small towns|Local buses] [over|rather than] [famous sights|big hotels|taxis].",
            "[My French|Our English|My Spanish] is [rusty|good enough|nonexistent][, so phrases help|].",
        ),
        followups=(
            (
                "[Swap|Could you swap] [day two|the museum|the boat trip] for [something outdoors|a "
                "rest|a market]?"
            ),
            "[What if|And if] it [rains all week|'s closed on {weekday}|turns out too hot]?",
            (
                "[How much|Roughly what] would [that|day one|the whole thing] [cost|come to] [for "
                "two|with meals|]?"
            ),
            (
                "[Is there a train|Do we need a reservation|Must we book] [for that|at weekends|on "
                "Sundays|that early]?"
            ),
            (
                "[We've got|There's] [an extra day|one day less|a friend joining]. [Where does it "
                "fit?|Adjust?]"
            ),
            "[Where|What] [do we eat|should I try] [near there|on day one|that first evening]?",
            (
                "[That's too|It feels] [packed|touristy|expensive]. [Slow it down.|Something "
                "cheaper?|Half of it is enough.]"
            ),
            (
                "[Now|Ok, now|After that,|Next,] [give me a packing list|put it in a table|name one "
                "hotel area per stop]."
            ),
            (
                "[Can you|Could you] [add walking times|do it backwards|make it work with a pram|leave "
                "out {city}]?"
            ),
            (
                "[Booked it|I've booked|All booked]! [Anything I should reserve now?|What do I need at "
                "the border?|Which apps help?|Phrases to learn?]"
            ),
        ),
        replies=(
            (
                "[I'd give it|Take] [three nights|two full days], [one area a day|old town first], "
                "[with the hills for sunset|and keep the last morning free]."
            ),
            (
                "[Stay near the station|Pick the old quarter|Sleep close to the river], [it saves an "
                "hour daily|trams go everywhere], and [book the first night ahead|eat two streets off "
                "the square]."
            ),
            (
                "[By train|The train takes] [about four hours|most of a day], [it's scenic|with one "
                "change]; [seats go on sale early|buy ahead for half the price]."
            ),
            (
                "[Here's a gentler version|I've slowed it down]: [one sight each morning|half the "
                "stops], [free afternoons|with a long lunch], [rain plan included|and times added]."
            ),
            (
                "[For that budget|At that price], [hostels or guest houses|a flat with a kitchen] "
                "[work|are realistic], with [picnic lunches|one good dinner every other day]."
            ),
            (
                "[In that month|At that time of year], [expect mild days|it's quiet but wet], so [pack "
                "layers|check opening days], [and bring a light raincoat|and book less]."
            ),
            (
                "[Day one|On the first day] [walk, eat, sleep early|keep it light]; [day two|the next "
                "day] [the big sight at opening time|take the boat][, then wander|]."
            ),
            (
                "[I'd drop one stop|Cut one city], [moving eats half a day|two bases are enough], and "
                "[do day trips|explore from there] [with light bags|]."
            ),
        ),
    ),
    Topic(
        name="story_writing",
        area="leisure",
        weight=1.8,
        concern=1,
        contexts=(
            (
                "[I'm writing|I've started] [a novel|short stories|a web serial] [in the evenings|since "
                "{month}|for a contest], [about {number} pages in|no one has read it|slowly]."
            ),
            (
                "[The setting is|It takes place in] [a flooded city|a lighthouse|a small-town bakery|a "
                "mining colony], [told by a child|in winter|over a single night]."
            ),
            (
                "[My protagonist|The main character], [a retired locksmith|a stubborn midwife|a failed "
                "magician], [has one secret|can't lie|is about to lose everything]."
            ),
            (
                "[My writing group|My teacher|My editor friend] [says the middle sags|wants more "
                "tension|found it flat], [ouch|and I agree]."
            ),
            (
                "[It's for|I want it for] [my niece, {child_age}|a magazine with a word limit|a class "
                "assignment|our family newsletter], [so nothing grim|so keep it tight]."
            ),
            (
                "[I'm stuck|I've been stuck|Blocked] [for [two weeks|three weeks|a month|six weeks|two "
                "months|half a year]|since chapter four|at the ending], [coffee doesn't help|and I miss "
                "it]."
            ),
            (
                "[I love|I grew up on] [gothic stories|space operas|quiet realism|folk tales], [so "
                "think in that direction|but want to try my own]."
            ),
            (
                "[English is my second language|Writing is new to me|Writing is my therapy], [so simple "
                "prose is fine|be kind|no masterpiece needed|hence the nerves]."
            ),
            (
                "[I've got|I'm juggling] [three point-of-view characters|two timelines|a talking goat], "
                "[don't ask|and it's getting tangled|yes really]."
            ),
            (
                "[The first line|The opening] [came to me on a bus|is done|took me [two weeks|three "
                "weeks|a month|six weeks|two months|half a year]], [the rest didn't|now I need what "
                "follows]."
            ),
            (
                "[I'd like|I want|I'm hoping for] [readers to laugh, then swallow|a slow burn|dread "
                "without gore|a warm ending that isn't sweet]."
            ),
            (
                "[We play|My friends and I do] [a round-robin story|flash fiction on {weekday}s], [my "
                "turn|the prompt is 'the wrong door'|everyone's better than me]."
            ),
            (
                "[Deadline|Submission] is [{weekday}|in [two weeks|three weeks|a month|six weeks|two "
                "months|half a year]], [2,000 words|900 words at most|no fixed genre]."
            ),
            (
                "[I have|There's|So far I have] [a detective without a case|a twist and no plot|an "
                "ending but no beginning|a villain I like too much]."
            ),
            (
                "[I tried|Tried] [outlining|just writing|index cards], [it dies on page ten|the cat sat "
                "on them|I over-plan]."
            ),
            (
                "[It's based on|Inspired by] [my grandfather's village|a dream|a news item about a lost "
                "parrot], [changed a lot|names invented]."
            ),
            (
                "[Nothing published|I've published two pieces|Rejected {number} times] [so far|to "
                "date], [but I keep at it|proud anyway]."
            ),
            (
                "[The audience is|Readers are] [teens|adults who like slow books|my bored coworkers], "
                "[so pace matters|mild language]."
            ),
        ),
        asks=(
            (
                "[Write|Tell me] a [short story|bedtime story|fable] about [a lighthouse keeper and a "
                "whale|a clock that refuses noon|two rival bakers|a bus that skips one stop]."
            ),
            (
                "[Continue|Carry on from] this: ['The lift stopped between floors, and someone "
                "knocked.'|'Nobody had told the river about the dam.'|'On {weekday} my shadow "
                "resigned.']"
            ),
            (
                "[Give me|I'd like] [ten|five] [plot ideas|opening lines|what-if premises] [for a cosy "
                "mystery|set in a laundromat|that aren't clichés]."
            ),
            (
                "[How do I|Ways to] [make a villain sympathetic|raise the stakes in a quiet "
                "story|handle two timelines|write a fight] [without it feeling forced|]?"
            ),
            (
                "[Rewrite|Rework] [this scene|the passage] [with more tension|from the mother's view|in "
                "half the words]: ['He came home late and said nothing.'|'They ate. Outside it snowed.']"
            ),
            (
                "[Outline|Plot out] a [novella|heist|love story|ghost story] [in twelve chapters|with a "
                "bittersweet end|where the house is innocent]."
            ),
            (
                "[Help me|Can you help me] [name|build] [a port town|a family of smugglers|a small "
                "kingdom's religion|my antagonist] [with some history|so that it feels original|]."
            ),
            (
                "[My ending|The ending] [falls flat|comes too fast|explains too much]: [the sisters "
                "forgive each other|he walks into the sea|it was the neighbour]. [Alternatives?|How do "
                "I earn it?]"
            ),
            (
                "[Describe|Write a paragraph describing] [a harbour at dawn|a kitchen after an "
                "argument|an abandoned fairground], [no adjectives doubled|through smell and sound|as "
                "the character lies to herself]."
            ),
            (
                "[Dialogue|I need dialogue] between [a thief and the owner who woke up|exes at a "
                "funeral|a girl and a very old robot], [funny but tender|nothing on the nose]."
            ),
            (
                "[Is this a good premise|Does this sound like other books|Would you read this|Too "
                "familiar]: [a town forgets one person each year|twins swap lives at 40|the last letter "
                "carrier]?"
            ),
            (
                "[Critique|Give honest feedback on|Tear apart] [my first paragraph|this blurb]: ['Mara "
                "counted the stairs because the dark could not.'|'Three brothers. One well. No water.']"
            ),
            (
                "[Can you|Could you] write [a 300-word piece|a scene|flash fiction] [in second "
                "person|without the letter q|as a series of notes|all in one breath]?"
            ),
            (
                "[Turn|Make] [a recipe|a weather report|a lost-and-found list|my shopping list] into [a "
                "love story|a thriller|a fairy tale]."
            ),
            (
                "[What happens next|What could happen next] if [the map is blank|she opens the second "
                "letter|the dog comes back without him]? [Three options, one absurd.|Surprise "
                "me.|Nothing supernatural.]"
            ),
            (
                "[Show me how to|Teach me to] [show, not tell|write subtext|start in the middle|end a "
                "chapter] [with an example and an exercise|using my character|briefly]."
            ),
            (
                "[sequel|A sequel] to [my story about the glass orchard|the one with the fox judge]: "
                "[where could it go|I don't want to repeat myself|ten years later maybe]."
            ),
            (
                "[Character sheet|I need a character sheet] for [a grumpy beekeeper|a court jester "
                "turned spy|a teenage ferry pilot], [flaws first|want, need, lie|with a voice sample]."
            ),
            (
                "[Blurb|A blurb] for [a novel about two widows and a caravan|my fantasy debut|a story "
                "collection], [under a hundred words|no spoilers|with a hook]."
            ),
        ),
        terse=(
            (
                "[short story|flash fiction|bedtime story] [about a lost key|winter|fox and owl] [300 "
                "words|funny|]"
            ),
            "[plot twist|opening line|title] ideas [murder mystery|fantasy|romance]  [list|original|]",
            "[character|town|spaceship] names [fantasy|1920s|nordic feel] [list|]",
            "[writer's block|sagging middle|flat dialogue] [exercises|fix|help]  [quick|]",
            "[villain|mentor|sidekick] [backstory|motivation] [sympathetic|prompt|]",
            "[outline|chapter plan] [heist|coming of age|ghost story] [12 chapters|]",
            "[rewrite|continue|shorten] [scene|my paragraph] [more tense|first person|present tense]",
            "[story prompt|what if] [train|lighthouse|two strangers] [dark|cosy|]",
            "[show don't tell|subtext|unreliable narrator] [examples|exercise|how to] [short|]",
            "[blurb|synopsis|query] [novel|short story] [100 words|hook|]",
        ),
        details=(
            "[About|Roughly|No more than] {big} words[, if possible|, a bit more is fine|].",
            (
                "[First person|Third person|Present tense], [please|as in my draft|it suits her "
                "voice|if you can]."
            ),
            (
                "[Tone|The mood|As for mood, I'd like]: [dry humour|melancholy but hopeful|eerie|like "
                "an old radio play]."
            ),
            (
                "[No romance|No gore|No dream endings|Nobody dies], [please|my niece reads it|I've had "
                "enough of those]."
            ),
            "[Keep|Please keep] [the names|my first line|the goat|the setting] [as is|at all costs].",
            (
                "[British spelling|Short sentences|Plain words], [please|it's for children|house "
                "style|I'm a plain person]."
            ),
            "[The hero|She|The main character] should [not win|stay unlikeable|be over sixty|never speak].",
            (
                "[I'd like|Give me] [a twist|an open ending|one repeated image] [near the end|if it's "
                "natural]."
            ),
            (
                "[Leave|There should be|I need] room for [a sequel|the reader's guess|an illustration|a "
                "second chapter]."
            ),
            "[Set it|Let it happen] in [{city}|{season}|{year}|the night of an eclipse].",
            (
                "[Avoid|Stay away from|Steer clear of] [clichés like chosen ones|purple "
                "prose|explaining the joke|adverbs]."
            ),
            (
                "[It's read aloud|Someone will read it aloud] [at a wedding|in class|on {weekday}], [so "
                "rhythm matters|three minutes]."
            ),
        ),
        followups=(
            "[Make it|Can you make it] [darker|funnier|shorter|less tidy] [please|, just a touch|].",
            (
                "[Continue|Go on|Keep going|Don't stop there], [I want to know what's behind the "
                "door|next chapter|from her side this time]."
            ),
            (
                "[I like|Love] [the second idea|that last line|the owl]. [More of that.|Build on "
                "it.|Keep it, change the rest.]"
            ),
            (
                "Change [her name to something plainer|the season to winter|the narrator to the "
                "brother|the title][, please|, just to see|]."
            ),
            (
                "[That's|It's] [too sweet|not his voice|a bit predictable]. [Try again?|What "
                "else?|Rougher, please.]"
            ),
            (
                "[What if|And if] [he lied|it rains throughout|they never meet] [instead|]? [Rewrite "
                "that bit.|]"
            ),
            (
                "[Give me|Suggest] [three titles|a first line|a better last sentence|names for the "
                "sisters] [for it|]."
            ),
            "[Could|How could] [this|it] [finish|be left] [without the reunion|on an image|quietly]?",
            (
                "[Why did|Is there a reason] [you|you'd] [cut the dialogue|start with weather|choose "
                "present tense]?"
            ),
            (
                "[Now|Great, now|Next] [a version for kids|the villain's diary entry|just the "
                "dialogue|turn it into a scene with no words]."
            ),
        ),
        replies=(
            (
                "[The keeper counted the waves|She kept the key in her shoe|The road ended where the "
                "map was folded], [and that night one was missing|though no door had fitted it], [so "
                "she began to write|and she waited]."
            ),
            (
                "[Here's a darker take|I tried it from her side|Version two]: [shorter sentences|fewer "
                "explanations], [the door stays closed|and the last line is his]."
            ),
            (
                "[Raise the cost|Give her something to lose]: [if she speaks|each time he lies], "
                "[someone else pays|the town forgets more] [by the end|]."
            ),
            (
                "[Start later|Cut the first paragraph] and [open on the knock|begin with the argument]; "
                "[the backstory can wait|readers catch up] [a page or two|]."
            ),
            (
                "[Three ways to end it|Some endings]: [he stays|the letter burns], [she laughs|the "
                "river wins], [or nobody notices|or it starts again]."
            ),
            (
                "[Your first line works|That opening is strong|Keep the opening as it is], [it asks a "
                "question|the rhythm holds]; [the second explains too much|trust it and move on]."
            ),
            (
                "[Let the villain|The antagonist could|Your villain might] [love something small|be "
                "right about one thing], [and break a promise for it|which makes the choice hurt]."
            ),
            (
                "[Chapter by chapter|In outline]: [arrival, rule, breach|a job, a betrayal, a bill], "
                "[cost, choice|the false victory], [quiet ending|and the morning after]."
            ),
        ),
    ),
    Topic(
        name="poem_or_song",
        area="leisure",
        weight=1.2,
        concern=1,
        contexts=(
            (
                "[It's for|I need it for] [my parents' golden wedding|a colleague's farewell|a naming "
                "day|{relative}'s {number}th birthday], [I'll read it aloud|on {weekday}|printed on a "
                "card]."
            ),
            (
                "[I play|I strum] [guitar|the ukulele|piano] [badly|a little|in a band], [and have "
                "chords but no words|four chords, to be precise]."
            ),
            (
                "[We lost|I lost] [our dog|my grandmother|a friend] in [{month}|spring], [I'd like "
                "something gentle|I can't find words|nothing pompous]."
            ),
            (
                "[She loves|He loves] [puns|the sea|bad coffee and crosswords|cycling in the rain], [so "
                "work that in|it should sound like us]."
            ),
            (
                "[My choir|The kids' class|Our folk group] [performs|has a concert] in {month}, [we "
                "need a closing piece|simple enough for nine-year-olds]."
            ),
            (
                "[I've written|There's] [two verses|a chorus|a title], [the rest is fog|the bridge "
                "escapes me|it doesn't scan]."
            ),
            (
                "[I never|Not once have I] [wrote a poem before|rhymed anything], [be patient|school "
                "killed it for me|feeling brave]."
            ),
            (
                "[The tune is|It goes to the melody of|It will be sung to] [an old sea shanty|a waltz|a "
                "lullaby|something between blues and nursery rhyme]."
            ),
            (
                "[I'm a bit|I'm hopelessly] [in love|homesick|grumpy about Mondays], [can you tell|it "
                "needs out]."
            ),
            (
                "[She's|He's] [shy|retiring after [thirty|twenty-two|eleven] years|moving to "
                "{country}], [doesn't like fuss|we'll miss the jokes]."
            ),
            (
                "[The contest|A local magazine] [asks for|wants] [a sonnet|free verse|under {number} "
                "lines], [theme: thresholds|by {weekday}]."
            ),
            (
                "[Everything I write|My lyrics] [sounds like a greeting card|rhymes 'heart' with "
                "'apart'|is too long], [help|I know]."
            ),
            (
                "[In our family|Every year] [somebody recites|we sing something silly] [at Christmas|on "
                "birthdays|at the lake], [my turn now|tradition]."
            ),
            (
                "[I'm reading|I've been reading] [a lot of haiku|ballads|old love poems], [and want to "
                "try|the bug has bitten]."
            ),
            (
                "[My daughter, {child_age},|A pupil of mine|{name}] [asked for|wants] [a poem about "
                "dragons|a rap on photosynthesis|a song about losing teeth]."
            ),
            (
                "[We're making|I'm recording] [a demo|a podcast jingle|a short film], [low budget|the "
                "mood is dusk|needs lyrics]."
            ),
            (
                "[The mood|What I feel|Let's say the mood] is [somewhere between funny and sad|pure "
                "joy|anger, but tidy|Sunday evening]."
            ),
            (
                "[It rained|Snow fell|The power was out] [all {weekday}|for two days|since breakfast], "
                "[and a line came to me|now I'm in the mood]."
            ),
        ),
        asks=(
            (
                "[Write|Compose] a [short poem|limerick|sonnet|haiku series] about [a stubborn "
                "kettle|the last tram home|my allotment|an umbrella left behind]."
            ),
            (
                "[Finish|Complete] [this verse|my stanza]: ['The harbour keeps its lights for those who "
                "leave'|'I folded up the summer like a shirt'|'Monday knocked and I pretended sleep']."
            ),
            (
                "[Help me|Could you help me] [find a chorus|fix the metre|get a bridge] for [a break-up "
                "song|a lullaby|a marching song] [in A minor|that isn't soppy|]."
            ),
            (
                "[What rhymes with|Any near rhymes for] ['orange'|'silver'|'kitchen'|'Wednesday'] [that "
                "I could actually use|in a wedding toast|besides the usual]?"
            ),
            (
                "[A toast|I need a toast] in [rhyme|verse] for [two nurses getting married|my boss who "
                "hates speeches|a ninetieth birthday], [about a minute|a little cheeky|no embarrassing "
                "stuff]."
            ),
            (
                "[Turn|Can you turn] [this memory|these notes] into [a poem|lyrics]: [grandad's shed, "
                "tobacco, radio cricket|first flat, no heating, so much laughing]."
            ),
            (
                "[How do I|How does one] [write a villanelle|count syllables in a haiku|make blank "
                "verse sound natural], [with a small example|step by step]?"
            ),
            (
                "[Lyrics|Write lyrics] for [a country song about a broken dishwasher|a pop song about "
                "moving out|a shanty for office workers], [two verses and a chorus|singable]."
            ),
            (
                "[Make|Rewrite] [my poem|these four lines] [less sentimental|rhyme ABAB|fit eight "
                "beats]: ['You are the sun that lights my every day'|'The leaves fall down, I think of "
                "you']."
            ),
            (
                "[Could you write|I'd like] something [for a funeral|for my sister's baby|to thank a "
                "teacher], [warm and plain|not religious|six lines]."
            ),
            (
                "[Explain|Tell me] [what iambic means|why my lines stumble|the difference between a "
                "ballad and an ode], [using my line|simply]: ['And so we walked into the morning grey']."
            ),
            (
                "[acrostic|An acrostic] [on the name {name}|spelling THANK YOU|from the letters of "
                "{city}], [funny|not twee|for a mug]."
            ),
            (
                "[rap|A rap] [about the water cycle|for a tax office party|about my lazy cat], "
                "[clean|fast|sixteen bars]."
            ),
            (
                "[Give me|List] [ten images|five metaphors|some titles] for [loneliness in a crowd|late "
                "summer|being seventeen] [that aren't worn out|I can steal]."
            ),
            (
                "[Translate|Recast] [the feeling|my lines] into [a haiku|a nursery rhyme|blues]: ['I "
                "miss the noise of the house before everyone left']."
            ),
            (
                "[Is this any good|Does this scan|Is this too cheesy|Would you keep this]: ['We built a "
                "boat from borrowed hours'|'My love is like a rush-hour train'|'Snow, and the town "
                "forgets its name']?"
            ),
            (
                "[Write|Can I have] a [silly|tender|spooky] [children's poem|bedtime rhyme] about [a "
                "snail postman|the moon losing a sock|a shy volcano]."
            ),
            (
                "[Wedding vows|Our vows] [in verse|half rhyming], [we met in a queue|two years, one "
                "dog], [not too sweet|ninety seconds each]."
            ),
            (
                "[song|A song] to [the rhythm of a train|a slow waltz|three chords], about [leaving "
                "{city}|growing older|nothing at all][, with a hook people can shout|]."
            ),
        ),
        terse=(
            "[birthday|retirement|farewell] poem [for colleague|funny|4 lines|rhyming]",
            "[haiku|limerick|sonnet] about [autumn|my cat|commuting|coffee]",
            "lyrics [break up|lullaby|sea shanty] [chorus|two verses|country style|one hit wonder]",
            "rhymes with [silver|month|garden|yesterday] [near rhyme|song|list]",
            "[wedding|funeral|christening] [verse|reading] [short|non religious|]",
            "[fix|improve] [metre|last line|chorus] [my poem|acoustic ballad]",
            "[acrostic|rap|nursery rhyme] [{name}|dinosaurs|thank you]",
            "[metaphors|images|song titles] for [grief|summer night|first love] [fresh|]",
            "[villanelle|ghazal|blank verse] [how to|example|rules] [modern|]",
            "[jingle|school song|team chant] [bakery|podcast|under 12s] [catchy|]",
        ),
        details=(
            "[No more than|About|Exactly] [eight|twelve|sixteen|twenty] lines.",
            "[It should|Has to] [rhyme|sound spoken|be singable|make her laugh][, at least a bit|].",
            "[Please avoid|No|Nothing with] [religion|hearts and roses|swearing|forced rhymes].",
            (
                "[Mention|Work in] [the blue bicycle|{city}|his terrible jokes|the garden gate][ "
                "somewhere|, please|]."
            ),
            "[Her name is|It's for] {name}[, stress on the first syllable|, but don't overuse it|].",
            (
                "[Simple words|Plain language|Nothing archaic], [children will sing it|he's no "
                "reader|please|it's for non-native ears]."
            ),
            (
                "[Serious|Light|Earnest|Playful], [but with a wink at the end|not a greeting card|and a "
                "bit strange]."
            ),
            (
                "[In the style of|Something like|Think of] [a folk ballad|a rainy indie song|a "
                "playground chant|an old hymn]."
            ),
            (
                "[It's read|I'll read it] [at the grave|over a microphone|to {number} people], [so "
                "short lines|clear sounds]."
            ),
            "[Keep|Leave] [my first line|the refrain|the word 'salt'] [as it is|where it is].",
            (
                "[It must fit|The tune has|Each verse has] [eight syllables a line|four beats|a pause "
                "after line two|room for a whistle]."
            ),
            "[I'd like|Please add] [a title|chords|a second version] [too|if you can].",
        ),
        followups=(
            "[Make it|Could it be] [funnier|shorter|less sweet|more like us] [in verse two|]?",
            (
                "[The second verse|Line three] [limps|is too long|doesn't rhyme]. "
                "[Fix?|Alternatives?|Simpler.]"
            ),
            (
                "[Love it|That's lovely|Perfect|Oh, nice]! [Now a title.|Can it be sung as a round?|One "
                "more verse for my brother?]"
            ),
            "[Without|Leave out] [the moon|the name|the last couplet] [please|, it's enough|].",
            "[Can you|Could you|Please] [add a chorus|put chords over it|make it rhyme|do it in French]?",
            "[Same thing|The same|This again], but [as a haiku|for a child|angrier|to a march].",
            (
                "Can you explain ['tide of hours'|that image|the last line] [for me|once more|in plain "
                "words|to a child]?"
            ),
            "[Give me|Try] [two more|a few other] [endings|options|versions] [and I'll pick|].",
            (
                "[He|She] [cried|laughed out loud], [thank you|success]. [Next one: for my boss.|Now "
                "one for {relative}.|May I change a word?]"
            ),
            (
                "[Is there|Do you have] a [stronger verb|better rhyme|less common word] for "
                "['shine'|'leave'|'home']?"
            ),
        ),
        replies=(
            (
                "[The kettle sings its one wet note|The tram goes home without its bell|A spoon knows "
                "every cup by sound], [and the morning leans in to listen|and all the windows blink "
                "farewell].[ Shall I add a verse?|]"
            ),
            (
                "[I kept it|Here it is] [in four-beat lines|loosely rhymed], [with the bicycle in verse "
                "two|with a quiet turn at the end], [eight lines in all|easy to read aloud]."
            ),
            (
                "[Your line stumbles|It limps] [on the third beat|at 'every']; [drop one syllable|swap "
                "two words] and [it walks|it scans]."
            ),
            (
                "[Near rhymes help|Try near rhymes]: [garden and pardon|silver and deliver], [they "
                "sound less forced|the ear forgives them] [in song|]."
            ),
            (
                "[A villanelle|The form] [repeats two lines|turns on a refrain], so [choose ones that "
                "can change meaning|start with those] [before anything else|]."
            ),
            (
                "[Here's a chorus|For the chorus]: ['leave the light on, I'm late again'|'pack the rain "
                "and call it ours'], [short vowels carry|easy to shout] [over three chords|]."
            ),
            (
                "[To keep it plain|Without sentiment|For a dry tone], [use one object|stay with the "
                "shed and the radio], [and let the feeling follow|don't name the grief]."
            ),
            (
                "[Two versions|I wrote two], [one cheeky|the first for laughs], [one warm|the other for "
                "the quiet moment]; [mix as you like|take what fits]."
            ),
        ),
    ),
    Topic(
        name="game_master",
        area="leisure",
        weight=0.9,
        concern=1,
        contexts=(
            (
                "[I run|I'm running] [a fantasy campaign|a space western|a horror one-shot] for "
                "[{small} friends|my kids|strangers at a game shop], [every {weekday}|online|with lots "
                "of snacks]."
            ),
            (
                "[First time|It's my first time] [behind the screen|as game master|running anything], "
                "[no pressure|I've read half the rulebook|players are merciless]."
            ),
            (
                "[Last session|On {weekday}] [they burned down the inn|the party split in four|they "
                "adopted the villain], [unplanned of course|and I had nothing left]."
            ),
            (
                "[The party|My group]: [a nervous paladin, two thieves and a druid|one bard too "
                "many|three wizards, no healer], [level {small}|about to rest|in debt]."
            ),
            (
                "[I've got|There are] [three hours|twenty minutes|one evening] [to prepare|before they "
                "knock], [and an empty page|the dice are ready]."
            ),
            (
                "[My players|They] [love puzzles|hate combat|talk to every goblin|ignore every hook], "
                "[bless them|so plan for it]."
            ),
            (
                "[The world|Our setting] is [a drowned archipelago|a city on a turtle|a valley without "
                "night|a rusting generation ship], [homebrew|my own|grim but silly]."
            ),
            (
                "[We want|Tonight we want] to [play by text|try something without dice|start a solo "
                "game], [I'm a player for once|no prep|just you and me]."
            ),
            (
                "[I'm the only|Being the|Tonight I'm the] [adult at a table of ten-year-olds|forever "
                "GM], [so kid-friendly|attention spans are short]."
            ),
            (
                "[The villain|My big bad] is [a polite librarian|a bored god|the players' old mentor], "
                "[they don't know yet|seen once in session two]."
            ),
            (
                "[We stopped|The story paused] [in front of a sealed door|mid-fight|with a cliffhanger "
                "I can't resolve], [oops|what was I thinking]."
            ),
            (
                "[One player|{name}] [will be absent|rolls only natural ones|wants a romance "
                "plot|brings a new character] [this time|on {weekday}]."
            ),
            (
                "[We use|The rules are] [a light system|the classic fantasy rules|six-sided dice "
                "only|something I made up], [not married to it|numbers simple]."
            ),
            (
                "[I'd like to play|Let me play] [a washed-up knight|a courier with a secret|an exiled "
                "cook|a very small detective], [you handle everything else|surprise me]."
            ),
            (
                "[It's for|I plan it for] [a birthday|a rainy cabin weekend|a team event at work], "
                "[mixed experience|{number} people|one night only]."
            ),
            (
                "[Combat|Fighting] [drags|lasts an hour|is just hit points going down], [everyone looks "
                "at phones|boring to run|I admit]."
            ),
            (
                "[The campaign|This story] [ends in [two weeks|three weeks|a month|six weeks|two "
                "months|half a year]|has run since {year}|is on its third villain], [it deserves a "
                "finale|threads everywhere]."
            ),
            (
                "[They're about to|Soon they'll] [enter the capital|board the ghost ferry|meet the "
                "queen of crows], [expectations are high|I've promised wonders]."
            ),
        ),
        asks=(
            (
                "[Be|Act as] the [game master|narrator] for [a solo adventure|a text adventure] in [a "
                "cursed library|a frozen port|a desert caravan], [and ask me what I do|second person|I "
                "roll, you judge]."
            ),
            (
                "[Design|Build] [a dungeon with five rooms|a one-shot|a haunted manor] [around a single "
                "lie|for level three|with no monsters at all]."
            ),
            (
                "[Give me|I need] [an NPC|three rumours|a tavern|a guild] [with a secret each|that "
                "players will remember|ready in one paragraph]."
            ),
            (
                "[How do I|Any advice on how to] [handle a player who talks over everyone|end a fight "
                "early|run chases|foreshadow a betrayal] [without railroading|gently]?"
            ),
            (
                "[Start|Begin] [the game|a scene]: [I wake in a cell with a stranger's ring|we arrive "
                "at the ferry at dusk|the bank is already on fire]. [You describe, I act.|Keep turns "
                "short.|]"
            ),
            (
                "[Stat up|Balance] [a boss|an encounter] for [four level-five characters|two "
                "beginners|six tired adults], [with a twist in round two|simple to run|not deadly, just "
                "scary]."
            ),
            (
                "[What would|How would] [the villain|a dragon who hates violence|the city watch] [do "
                "next|react] after [the heroes stole the ledger|a prisoner escaped|the bridge fell]?"
            ),
            (
                "[Make|Create] a [riddle|puzzle|trap] [about time|using a broken clock and a song|that "
                "fits a temple of bread], [solvable in ten minutes|with two hints]."
            ),
            (
                "[Roll me|Generate] [a random table|ten encounters|twelve strange items] for [a swamp "
                "road|a floating market|the sewers], [none of them a fight|weird but useful]."
            ),
            (
                "[Help me|Can you help me] [write a backstory|pick a class|make a character] for [a "
                "coward with a big sword|a priest who lost the faith|someone new to the hobby]."
            ),
            (
                "[Recap|Write a recap of] our session: [they freed the bear, insulted the duke, lost "
                "the map|a heist, a wedding, an explosion], [as a ballad|in five lines|like a "
                "newspaper]."
            ),
            (
                "[Continue|Go on with] [our adventure|the story]: [I open the small door|I bribe the "
                "guard with cheese|we split up, sadly|I pretend to be the duke]."
            ),
            (
                "[Can we|Could we] play [a murder mystery in a sleeper train|twenty questions with a "
                "ghost|a heist told backwards|a diplomacy game], [you keep the secrets|hints on "
                "request]?"
            ),
            (
                "[Explain|Teach me] [initiative|skill checks|clocks and fronts|advantage] [for "
                "newcomers|with one example at the table|in two minutes]."
            ),
            (
                "[Session zero|For session zero], [which questions should I ask|what do we agree on|how "
                "do I talk about limits], [mixed ages|one page please]?"
            ),
            (
                "[three-act|A three-act] [heist|escape|mystery] [for a single evening|in my turtle "
                "city], [clues that can't be missed|and a clock ticking]."
            ),
            (
                "[Name|Come up with] [a pantheon|six ships|villages along a river|a thieves' slang] "
                "[with a consistent feel|and one line each]."
            ),
            (
                "[Read-aloud text|Write read-aloud text] for [entering a crypt full of bells|the "
                "queen's banquet|a storm at sea], [three sentences|all senses|creepy not gory]."
            ),
            (
                "[My players|They] [killed my main NPC|skipped the whole plot|want to run a bakery]. "
                "[How do I roll with it?|New hooks?|Salvage what?]"
            ),
        ),
        terse=(
            "[one shot|dungeon|heist] [level 3|kids|horror|2 hours] [idea|outline]",
            "[npc|villain|tavern] [generator|with secret|names] [fantasy|sci fi|]",
            "[riddle|puzzle|trap] [temple|clock theme|easy|for dnd party]",
            "[random table|loot|encounters] [forest|city|underwater] [d12|weird|]",
            "[text adventure|solo rpg] [start|cursed library|space station] [second person|]",
            "[boss fight|encounter|monster|final fight] [4 players level 5|balance|lair actions]",
            "[session zero|first session|campaign start] [checklist|tips|new gm|safety tools]",
            "[character|backstory] [halfling rogue|fallen priest|beginner] [ideas|flaw]",
            "[read aloud|boxed text] [crypt|storm|market] [short|creepy]",
            "[plot hooks|rumours|side quests] [small village|desert|no combat|sea voyage]",
        ),
        details=(
            "[Keep it|Make it] [family friendly|PG|creepy but bloodless|silly][, please|].",
            "[No|Without] [dragons|prophecies|taverns|maps][, for once|, we've had plenty|].",
            "[Replies|Your turns] [under {number} words|short|with three options each][, please|].",
            (
                "[It should|Has to|I'd like it to] [fit one evening|work online|run without prep|leave "
                "room for jokes]."
            ),
            (
                "[Rules light|Any system|Fifth edition rules|Only six-sided dice], [please|don't worry "
                "about numbers|as usual]."
            ),
            (
                "[Let|Please let|Make sure to let] [dice matter|me fail|choices have costs|small things "
                "come back later]."
            ),
            (
                "[The players are|We're] [adults|between seven and twelve|beginners|old friends|tired "
                "parents]."
            ),
            "[Don't|Never] [decide my actions|kill the dog|reveal the twist early][, please|].",
            "[One player|{name}] [is afraid of spiders|loves maps|speaks little][, so mind that|].",
            "[Tone|The mood]: [noir|fairy tale|deadpan|pulp adventure][, with warmth|].",
            "[I roll|Rolls so far|My dice say]: [17|a natural 1|4 and 12|20, finally].",
            (
                "[Tie it to|Connect it with] [the missing ferry|the duke's daughter|the coin from "
                "session one][, if it fits|]."
            ),
        ),
        followups=(
            "[I|We|Then I] [search the desk|follow the music|draw steel slowly|ask her about the ring].",
            (
                "[I rolled|That's] [a 3|18|a natural twenty|14 plus two]. [What happens?|Do I see "
                "it?|Narrate!]"
            ),
            "[What do|Which] [I see|exits are there|the guards say] [exactly|in the dark|]?",
            (
                "[Make|Could you make|I'd like you to make] [the fight harder|it weirder|the duke "
                "likeable|clues clearer]?"
            ),
            (
                "[They|My players] [went left instead|trusted the ghost|sold the relic], [help|what "
                "now|improvise with me]?"
            ),
            "[Can I|May I|Am I able to] [use the rope|undo that|talk to the door|use my background here]?",
            "[Give|Add] [stats|a map description|a motive|two more rooms] [for that|].",
            "[How would|Would] [the villain|she|the town] [react|know] [if they lie|to that|by morning]?",
            "[Back to|Let's go to] [the ferry|chapter two|the camp], [night falls|time jump|I rest].",
            (
                "[What's|Tell me] [the twist|behind the mirror|his real name], [GM to GM|spoil me|I "
                "need it for planning]."
            ),
        ),
        replies=(
            (
                "[The door opens on|Behind it lies] [a room full of ticking|stairs that smell of rain], "
                "and [someone says your name|a candle goes out]. [What do you do?|You have one breath "
                "to act.]"
            ),
            (
                "[Roll for it|Make a check|Dice, please]: [on ten or more you slip past|success means "
                "the guard laughs], [otherwise the bell rings|failure costs you the lantern]."
            ),
            (
                "[Five rooms|Here's the layout]: [gate, choir, kitchen, well, throne|a lie in each "
                "room], [clues point both ways|with two exits], [twenty minutes each|no fight required]."
            ),
            (
                "[Let it stand|Say yes|Go with it]: [the bakery becomes the hideout|their crime has a "
                "witness], and [move your clue there|the villain becomes a customer]."
            ),
            (
                "[The ferryman|An old clerk] [collects last words|sells borrowed names], [wants his "
                "shadow back|is afraid of bells], [and knows one true thing|and owes the duke]."
            ),
            (
                "[Cut the fight|End combat] [when the outcome is clear|at half health], [let them flee "
                "or bargain|offer a surrender], [it keeps the pace|everyone stays awake]."
            ),
            (
                "[A riddle|Try this one]: ['I am kept only when given'|'the more you take, the more you "
                "leave behind']. [A word, or footsteps.|First hint: listen.|They get two hints.]"
            ),
            (
                "[Ask each player|At session zero, ask] [what they'd love|what they'd rather skip], "
                "[write it down|keep it visible], and [check in midway|agree on a stop word]."
            ),
        ),
    ),
)
