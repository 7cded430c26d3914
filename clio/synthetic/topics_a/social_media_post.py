"""Requests for posts, captions and short videos."""

from clio.synthetic.grammar import Topic, lines

TOPIC = Topic(
    name="social_media_post",
    area="writing",
    weight=1.5,
    concern=1,
    contexts=lines("""
        [I run|I manage|I look after] the [Instagram|Facebook page|LinkedIn|TikTok] [of|for] [a hair \
            salon|our choir|{company}|a bookshop|an animal shelter].
        [We have|I've got|There are] [about|roughly|only] {big} followers, [mostly|mainly] \
            [locals|parents|women over {number}|students].
        [Posts|My posts|Our reels] [get|reach] [hardly any|maybe {number}|fewer] [likes|comments|views] \
            [lately|since {month}|these days].
        [The photo|The picture|My clip] [shows|is of] [our new window|a tired baker at 4am|a wet dog|the \
            team with cake|a before and after].
        [We're|We are] [opening|moving|celebrating {number} years|closing early] [on {weekday}|in \
            {month}|next week].
        [I post|We post] [twice a week|daily|whenever I remember], [usually|mostly] [in the evening|at noon].
        [It's|The account is] [new|private so far|in two languages], [I'm|and I'm] [shy about it|learning \
            as I go].
        [I just|Yesterday I|Last week I] [finished a course|started as a {job}|ran my first half \
            marathon|published a small book].
        [Our|The] [style|voice] is [dry humour|cosy|straight facts|a bit nerdy|cheerful].
        [{colleague}|The boss|My partner] [thinks|says] [we need hashtags|emojis look silly|we should do \
            reels].
        [There's|We have] a [raffle|discount of {percent}|workshop|job opening] [to announce|until {weekday}].
        [A customer|Someone|A neighbour] [wrote|left|posted] [a lovely comment|something nasty|a question] \
            [under our post|yesterday].
        [I don't|I'd rather not] [show my face|dance|use trends], [but|still] [want|need] [reach|people to \
            notice].
        [Last time|Previously|My last post] [it|] [sounded|came across as] [like an ad|braggy|like a press \
            release].
        [The competition|Other salons|Similar accounts] [post|do] [memes|quotes|giveaways] [all the \
            time|and it works].
        [I have|There's] [no budget|{money} for ads|an hour a week] [for this|].
        [It's|This goes] for [World Book Day|Black Friday|Mother's Day|a charity run|the {season} season].
        [Comments|People] [ask|keep asking] [about prices|where we are|the same thing].
    """),
    asks=lines("""
        [Write|Draft|{canyou} write] [a caption|an Instagram caption|a post] for [a photo of|a picture \
            with] [my new haircut|our team|fresh bread|a sunset in {city}][.|?|]
        [I need|Looking for|Give me] {number} [post ideas|content ideas|reel ideas] for [a florist|a \
            dentist|a yoga teacher|a small museum] in {month}.
        [How do I|How should I] [announce|share|post] [my new job|a pregnancy|our reopening|that we're \
            closing] [on LinkedIn|on Facebook|without bragging]?
        [Turn|Make] [this blog article|our press text|a long story|a customer quote] [into|] [a thread|a \
            short post|three tweets|a carousel].
        [Which|What] hashtags [work|fit|should I use] for [handmade ceramics|running beginners|a cafe in \
            {city}|vegan baking]?
        [Script|A script|Storyboard] for a {number} second [reel|TikTok|video] about [how we roast \
            coffee|one day as a {job}|packing an order|our shelter dogs].
        [Funny|Witty|Short] [caption|one-liner|text] [for|under] [a failed cake|my dog in a coat|a Monday \
            selfie|a beach photo], [please|no hashtags].
        [Plan|Make a plan of|Create] [a week of posts|a content calendar|{small} weeks of stories] for [our \
            gym|a tax adviser|a children's book author].
        [Answer|Reply to|How do I answer] [a rude comment|a bad review|a question about prices] \
            [publicly|politely|with humour]?
        [Bio|A bio|Profile text] for [my photography account|LinkedIn|a dating-free Instagram|a therapist], \
            {number} [characters|words].
        [Improve|Rewrite|Punch up] my [post|caption]: "[We are happy to announce|New products in store \
            now!!!|Come visit us this weekend]"
        [When|How often|what time] [should|do] [we|I] post [for|to reach] [parents|office workers|night \
            shift nurses] [on Instagram|on LinkedIn|]?
        [Write|I want] a LinkedIn [post|text] about [a mistake I made|leaving my job|what I learned as a \
            {job}], [honest|not cringe|with a clear point].
        [Poll|Question|Quiz] ideas for [stories|our Facebook group|my channel] [that get answers|about \
            books|on gardening].
        [Thank|We want to thank|A post thanking] [our volunteers|customers|{big} followers], \
            [warm|short|not the usual words].
        [Invite|Bring] [people|neighbours] to [our open day|a flea market|the {season} concert|a free trial \
            class] - [write the post|event text please].
        [Hook|First line|Opening] for [a reel|a post|a video] on [saving money|back pain|houseplants], \
            [that stops scrolling|no clickbait].
        [Explain|Present] [our product|a new service|the opening hours] [in a post|with three slides|as a \
            story] [without|but not] [sounding like an ad|boring people].
        [Same|One] [message|news], {small} [platforms|versions]: [LinkedIn, Instagram, X|Facebook and \
            TikTok], [topic|it's about] [hiring a {job}|a charity run|our new menu].
    """),
    terse=lines("""
        instagram caption [dog|sunset|new haircut|bakery|travel {city}] [funny|short|no hashtags]
        [linkedin|facebook] post [new job|work anniversary|hiring {job}|lessons learned] [example|not cringe]
        [content|post|reel] ideas [salon|dentist|bookshop|gym] [{month}|for a week|]
        hashtags [ceramics|running|vegan baking|small business|{city}] [instagram|tiktok]
        [reel|tiktok] script [{number} seconds|coffee shop|day in the life {job}|]
        [instagram|linkedin] bio [photographer|therapist|{job}|shop] [short|ideas]
        [announce|post] [store opening|pregnancy|closing down|giveaway] [facebook|instagram|wording]
        [reply|respond] to [negative|rude|nice] comment [business|politely|example]
        [content calendar|posting schedule] [small business|one month|template|nonprofit][| please| advice]
        [first line|hook|headline] [reel|linkedin post|thread] [examples|productivity|plants]
    """),
    details=lines("""
        [No|Without|Zero] [hashtags|emojis|exclamation marks][, please| at all|].
        [Max|Under|About] {number} words[, people don't read| for the caption|].
        [Tone|It should sound]: [dry|warm|cheeky|professional but human][.|, please.|]
        [One|Just one] [emoji|question|call to action] [at the end|is enough].
        [Don't|Never] [use|write] ["excited to announce"|"game changer"|"link in bio"|"humbled"].
        [In|Write it in] [British English|simple English|first person|the we form][.|, please.|]
        [Give|I'd like] {small} [versions|options] [to choose from|, from safe to bold].
        [Mention|Tag|Include] [our partner {company}|the date|the street|free entry].
        [It|The post] must not [sound like an ad|sound like AI|mention prices][.|, if you can.|]
        [For|Aimed at] [neighbours|young parents|recruiters|people over {number}].
        [Add|Suggest] [alt text|a picture idea|a first comment] [too|].
        [Keep|Make] it [true|simple|kind], [nothing invented|no promises].
    """),
    followups=lines("""
        [More|a bit more] [fun|personal|serious|like me], [less|not so] [salesy|polished|long].
        [And|now] [for|a version for] [LinkedIn|stories|TikTok|the newsletter]?
        [Without|lose] the [emojis|last line|question|pun][.| then.|]
        [What|which] [picture|song|time] [would|should] [fit|I use|go with it]?
        [Can|could] you [add|suggest] [hashtags|a call to action|alt text]?
        [Shorter|cut it], [{number} words|two lines] [max|].
        [What|how] do I [reply|say] if [someone complains|they ask for the price|nobody reacts]?
        [Next|now] [the one|a post] for [{weekday}|the day after|the reminder].
        [Give|show] me {small} [more|other ones].
        [can|Could] it [start|open] with [a question|a number|something unexpected]?
    """),
    replies=lines("""
        [4 a.m., flour everywhere|The oven is on before the birds]. [This is what your Saturday roll looks \
            like first|Come by at eight and smell it].
        [New chapter|From {month} on]: I'm [joining|starting at] {company} as a {job}. [Thanks to everyone \
            who answered my odd questions|Say hello if you work nearby].
        [Post|Try posting] [around lunch|after eight in the evening] on {weekday}s, and [answer \
            comments|stay] within the first hour.
        [Monday|Week one]: [behind the scenes|a face]; [Wednesday|then]: [a tip|a question]; [Friday|last]: \
            [a customer story|the weekend offer].
        [Thanks for telling us|Sorry to read this]. [Please send us the date|Write us a message] and we'll \
            [look into it|put it right].
        [Mix|Use] [three local|a few small] hashtags with [two niche ones|one broad one][, no more|].
        [Shot one|Start]: hands [packing|at work]. [Shot two|Then]: the [mistake|mess]. [Last shot|End]: \
            the finished [box|cup], no words.
        [I cut the announcement phrase|The opening is gone] and [start with|put] the [news|customer's line] \
            [instead|first].
    """),
)
