"""Requests for product texts in shops and listings."""

from clio.synthetic.grammar import Topic, lines

TOPIC = Topic(
    name="product_description",
    area="writing",
    weight=1.2,
    concern=1,
    contexts=lines("""
        [It's|The product is|We sell] [a bamboo desk lamp|hand-poured candles|a wool blanket|steel water \
            bottles|a dog harness|ceramic mugs].
        [We're|I run] [a small shop|an Etsy store|a family business|an online store] [in {city}|since \
            {year}|with {number} products].
        [It costs|The price is|Retail is] {money}, [a bit more than|cheaper than|about the same as] \
            [others|the competition|the big brands].
        [Made|It's made|Everything is made] [in {country}|from recycled plastic|by hand|of oak] [and|,] \
            [ships plastic free|lasts for years|comes with a warranty].
        [Buyers|Our customers|Most buyers] are [new parents|hikers|students|gift shoppers|older people|cat \
            owners].
        [The current|Our old] text [is|was] [copied from the supplier|one line long|full of specs|ten years \
            old].
        [Size|It measures|Dimensions]: {number} [by|x] {number} cm, [weight|it weighs] {big} g[, three \
            colours|].
        [People|Visitors] [look|click] but [don't buy|leave], [{percent} bounce|conversion is poor].
        [Returns|We get returns] because [the colour looks different|people misjudge the size|nobody reads \
            the care label][.|, as you can guess.]
        [Our|The] [brand|tone] is [playful|calm|honest|outdoorsy|a bit luxurious].
        [It's|We list it] on [Amazon|Shopify|eBay|Etsy|our own site], [where|so] [bullets matter|titles are \
            limited|search counts].
        [It|The material] is [vegan|machine washable|waterproof|food safe|certified organic].
        [I have|There are] {number} [items|variants|colours] [to describe|to get through] [this week|by \
            {weekday}|before launch].
        [The launch|Our sale] [is|starts] [in {month}|on {weekday}|in {small} weeks].
        [Competitors|Others] [all say|keep writing] ["high quality"|"perfect gift"|"premium"], [I'm sick of \
            it|we want to be different].
        [Comes|It comes] in {color}, {color} and {color}[, limited stock|, more to follow|].
        [I'm|I am] [the maker|a {job} by training|no writer], [so|and] [words are hard|descriptions take me \
            hours].
        [Photos|The pictures] [show|already show] [the details|it in use], [so|hence] the text [can be \
            short|should tell the story].
    """),
    asks=lines("""
        [Write|Create|{canyou} write] a product description for [a yoga mat|my lavender soap|a leather \
            wallet|kids' rain boots|a coffee grinder][.|?|]
        [How do I|How would you] describe [a plain t-shirt|a second-hand sofa|an expensive knife|garden \
            gloves] [so that it sells|without clichés|in {number} words]?
        [Need|I need|Looking for] [five bullet points|a title and bullets|a short blurb] for [an Amazon \
            listing|our shop|eBay], [item|it's]: [phone stand|wooden puzzle|tent|standing desk].
        [Rewrite|Freshen up|Improve] this [text|listing]: "[High quality bag, very good, many pockets|Nice \
            lamp for home and office|Soft pillow, best price]"
        [Turn|Convert] [these specs|the supplier's sheet|my notes] into [something people enjoy reading|a \
            description|selling text] for [a backpack|an air fryer|headphones].
        [Come up|Help me come up] with [a name and text|names|a tagline] for [a candle scented like \
            rain|our new tea blend|a handmade bracelet].
        [Which|What] [details|facts] [should|must] [go|be] in a [listing|description] [for jewellery|for \
            furniture|of vintage clothes]?
        [Same|One] product, {small} [audiences|versions]: describe [a thermos|a bike light|a journal] for \
            [commuters and campers|teens and parents].
        [Make|I want to make] [it|this description] [rank better|easier to find on Google|SEO friendly] \
            [without|but not] [stuffing|keyword spam], [keyword|the term] is [linen bedding|cat \
            tree|running belt].
        [I sell|I'm selling] [homemade jam|resin earrings|used cameras|knitted hats] [online|at markets], \
            [write me a few lines|what do I put on the page]?
        [Short|Two-sentence|Tiny] [texts|descriptions] for [{small} skincare products|a menu of teas|our \
            gift boxes], [each different|same style].
        [Explain|Show] [the benefit|why someone wants it] [not the feature|instead of specs] for [a 20,000 \
            mAh power bank|merino socks|blackout curtains].
        [Category page|An intro text] for [garden furniture|kids' shoes|coffee beans] in [our|my] \
            [webshop|store], {big} words.
        [Translate|Localise|Adapt] our [German|Spanish|French] product text [into|for] [British \
            customers|natural English], [the item is|it's] [a bread box|a toy kitchen].
        [How honest|How open] [should|can] I be about [scratches|a flaw|slow shipping] when \
            [listing|describing] [a used bike|vintage lamps|second choice pottery]?
        [Write|Draft] [the box text|a label|packaging copy] for [dog treats|a board game|bath salts] \
            [with|including] [allergens|a short story|how to use it].
        [Story|A little story] behind [our olive oil|this notebook|a hand-carved spoon] for [the product \
            page|the hangtag].
        [Sizes|Size guide|Care instructions] [in friendly words|that people read] for [wool \
            sweaters|rings|linen shirts][, please|].
        [Compare|Explain the difference between] our [basic and pro model|two mattresses|three knives] in \
            [a product text|a little table].
    """),
    terse=lines("""
        product description [candle|soap|backpack|mug|lamp|t-shirt] [short|example|etsy]
        [amazon|ebay|etsy|shopify] listing [bullets|title|text] [{color} lamp|pet bed|kitchen knife|]
        [describe|sell] [handmade jewelry|used furniture|vintage dress|organic tea] [online|in {number} words]
        [seo|search friendly] [product text|category text] [linen bedding|cat toys|running shoes]
        [product|brand] name ideas [candle|tea|soap|bag][ with tagline|]
        [rewrite|improve] [supplier|product] [text|description] [less boring|playful|luxury]
        [size guide|care instructions|packaging text] [wool|ring|dog treats] [friendly|short]
        [benefits not features|selling points] [power bank|mattress|blender] [copy|text]
        [short|long] [text|blurb] for [gift box|perfume|puzzle|planner] [webshop|label|]
        [ebay|marketplace] ad [sofa|bike|camera] [with defect|honest|short]
    """),
    details=lines("""
        [About|Roughly|Max] {number} words[ each| per item|].
        [No|Avoid|Without] [superlatives|exclamation marks|"perfect for"|emojis][, please|].
        [Tone|Style]: [warm and plain|cheeky|calm, a bit poetic|like a friend recommends it][.|, that helps \
            me.|]
        [Mention|Include] [the {number} day return|free shipping|the wood comes from {country}|that it's \
            handmade].
        [Five|{small}] bullets [and|plus] [a title|one paragraph|a closing line].
        [British|American] English[, second person|, no "you"|][.|, if you can.|]
        [Don't|Never] [claim|promise] [health effects|it's unbreakable|what we can't prove].
        [The title|Titles] [may have|can be] [at most|only] {number} characters.
        [Keyword|Use the word] [gift|sustainable|handmade] [once|twice at most].
        [For|Aimed at] [people over {age}|parents|beginners|gift buyers].
        [Metric|Inches and cm] [please|both], [sizes matter|we ship to the US][.|, that helps me.|]
        [Leave out|Skip] the price[, it changes| and the brand|][.|, if you can.|]
    """),
    followups=lines("""
        [Now|next] [one|the text] for [the large size|{color}|the matching lid|the kids' version].
        [Less|a bit less] [salesy|cheesy|poetic], [more|rather] [facts|down to earth|fun].
        [Can|could] [it|you] [fit in|get it to] {number} [words|characters]?
        [Give|show] me [a title|three titles|a tagline] [too|for it].
        [Add|work in] [the warranty|that it's vegan|washing at 30 degrees|a hint for gifts][.|, sorry.|]
        [What|which] [keywords|tags] [should I use|fit|would you add]?
        [And|how about] [in German|the Instagram caption|a meta description][?| then?|]
        ["Cosy"|"Elevate"|"Timeless"] [sounds|is] [overused|wrong], [other word|swap it]?
        [How|what] would you [describe|say about] [the smell|the texture|its weight]?
        [same|The same] [style|structure] for [item two|the blue one|our soap dish].
    """),
    replies=lines("""
        [Light where you need it|A lamp that stays out of the way]: the arm [bends|tilts], the [base|foot] \
            fits between two [books|mugs].
        [Poured by hand|Made in small batches], [burns|lasts] for about {number} hours and smells of [rain \
            on warm stone|cedar and orange].
        [Title|Name]: [Steel bottle 750 ml, keeps tea hot|Merino socks for long walks]. [Five bullets \
            follow|The bullets start with the benefit].
        [I swapped|I've replaced] the claims for [facts people can picture|what buyers ask about]: [size, \
            weight, care|fit and feel].
        [Say|Name] the scratch in the first line; [buyers trust|people forgive] what they [know|expect].
        [Two versions|Here are two]: [one for commuters|a practical one], [one for weekends outdoors|a \
            warmer one].
        [Lead with|Start from] the [moment of use|problem it solves], [then|and only then] give [the \
            specs|measurements].
        [Wash cold|Care]: [cold wash, dry flat|hand wash, no dryer], and it [keeps its shape|stays soft] \
            for years.
    """),
)
