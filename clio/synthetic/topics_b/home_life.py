"""Topics of the household: cooking, meal plans, pets, repairs and the garden."""

from clio.synthetic.grammar import Topic

TOPICS: tuple[Topic, ...] = (
    Topic(
        name="home_cooking",
        area="home_life",
        weight=2.4,
        concern=1,
        contexts=(
            (
                "My [in-laws|parents|partner's parents] [and the kids|and two colleagues|] are coming "
                "[over|round|for dinner] on {weekday} and I [haven't cooked|have never cooked] for "
                "[this many|more than two] people."
            ),
            (
                "[I only own|All I've got is|In this flat there's just] one [decent pan|heavy pot and a "
                "wok|cast iron skillet], [so bear with me|which limits things a bit|and a very tired "
                "oven]."
            ),
            (
                "I [burnt|ruined|overcooked] [dinner|the last attempt] [again last night|yesterday|in "
                "front of guests], and [I'd like some dignity back|my confidence took a hit|we ended up "
                "ordering pizza]."
            ),
            (
                "[Grandma|My grandmother|My late aunt] used to [make this every winter|do this without "
                "measuring anything|cook this by feel], and [nobody wrote it down|her notebook just "
                "says 'until done'|I miss it]."
            ),
            (
                "Been [cooking at home|trying to cook properly] for [about a year|a few months], mostly "
                "[from videos|out of library books|by guessing]."
            ),
            (
                "[It's|so it's] [half past six|nearly seven|already dark], everyone is "
                "[starving|grumpy|circling the kitchen], and [I need a plan|the fridge is uninspiring]."
            ),
            (
                "We [moved|have just moved] [up to the mountains|to a high-altitude town|somewhere much "
                "more humid] and [nothing behaves|my recipes act strangely|timings are all off] now."
            ),
            (
                "The [recipe card|magazine page|cookbook] [I follow|we own] is [vague|badly "
                "translated|missing a page], [unfortunately|as far as I can tell|sadly]."
            ),
            (
                "[First time|It's my first time] [trying anything like this|attempting it], [so simple "
                "words please|be kind|talk to me as if I were twelve]."
            ),
            (
                "[I work nights|I get home late|My shifts end at nine], so [whatever I make|anything I "
                "cook] has to [survive reheating|be quick|happen in under forty minutes]."
            ),
            (
                "There's a [potluck|street party|bring-a-dish lunch] at [work|the school|church] [this "
                "{weekday}|next week] and I [volunteered|stupidly put my name down]."
            ),
            (
                "For context, I'm [a decent baker but a nervous|comfortable with knives but an "
                "anxious|enthusiastic but a fairly clueless|an okay but impatient] cook[ who hates "
                "washing up|, always have been|]."
            ),
            (
                "[The supermarket|Our local shop|The corner store] [was out of|didn't have] [half my "
                "list|what the recipe wanted], so I'm [improvising|working with what's here]."
            ),
            (
                "[My flatmate|My teenage son|The birthday girl] [specifically requested this|keeps "
                "asking for this|had it in {city} once] and I [can't say no|want to get it right]."
            ),
            (
                "I've [made it three times|tried twice now|had a go every week since {month}] and "
                "[every time it turns out different|it has never once come out the same]."
            ),
            (
                "[I'm cooking|Cooking] [on a camping stove|in a student kitchen|on an induction hob I "
                "don't understand], [if that matters|just so you know]."
            ),
            (
                "[Honestly|To be honest|Truth be told], I [eat far better in restaurants|live on "
                "toast|have three dishes], and I'd [love|like] to [change that|add one more]."
            ),
            (
                "[My taste buds are still off after a cold|The last one was bland|Everyone says my food "
                "needs salt][, so bold flavours welcome|, hence the question|, which stung|, fair "
                "enough]."
            ),
            (
                "[A neighbour|Someone from the allotment|My uncle] [left us|gave me|dropped off] [a "
                "huge bag of vegetables|more eggs than I can count|a box of windfall apples], which "
                "[got me thinking|started all this]."
            ),
        ),
        asks=(
            (
                "[How do I|What's the trick to|How can I] [stop|keep] [a béchamel|my cheese "
                "sauce|custard] from [going lumpy|splitting|turning grainy]?"
            ),
            (
                "[Walk me through|Talk me through|Give me step by step] a [proper|simple|weeknight] "
                "[chickpea curry|lamb stew|mushroom risotto] [from scratch|with what a normal kitchen "
                "has|]."
            ),
            (
                "I need to [roast|slow-cook] [a chicken|a pork shoulder|a small turkey] [without drying "
                "it out|so it stays juicy] — [what temperature, how long|time and temperature "
                "please|when do I take it out]?"
            ),
            (
                "[Why does|Any idea why] my [sourdough|focaccia|brioche] [keep collapsing|come out "
                "dense|spread sideways][ even when I follow the recipe|, every single time|]?"
            ),
            (
                "[Something good to do|Ideas, please, for what to do] with [leftover rice|half a "
                "cabbage|a lot of ripe tomatoes][ and not much else| besides soup|]."
            ),
            (
                "Can you [scale|convert|rework] a [lasagne|paella|biryani] recipe [for four up to "
                "fourteen|for twelve down to two|from cups to grams][ without wrecking the seasoning|]?"
            ),
            (
                "[What could I use|What works] instead of [buttermilk|fish sauce|tahini|white wine] in "
                "[a marinade|a dressing|this sort of dish]? [It's the one thing I lack.|Not keen on "
                "going out again.|]"
            ),
            (
                "[Please explain|Could you explain] how to [caramelise onions|temper spices|poach eggs] "
                "[properly|the way restaurants do it], [including what it should look like|and what "
                "usually goes wrong]."
            ),
            (
                "[Help me rescue|Is there any saving|How do I fix] a [soup|chilli|tomato sauce] that is "
                "[far too salty|way too spicy|watery and dull]?"
            ),
            (
                "[I'd like a recipe|Looking for a recipe] for [dumplings|ravioli|pierogi] where the "
                "[dough is forgiving|filling isn't meat|wrappers are homemade]."
            ),
            (
                "[pan sauce|gravy] [for steak|for two duck breasts], [no cream|without a roux], [what "
                "do i deglaze with|what's the order of things]?"
            ),
            (
                "[Is it safe to|Can I really|Should I] [marinate|brine] [salmon|prawns|tofu] "
                "[overnight|for a whole day], or [does it go mushy|is an hour enough]?"
            ),
            (
                "[Teach me|Show me] [one basic stir-fry method|a vinaigrette formula|a soup base] [I "
                "can vary all week|I can do from memory|that works with any vegetable]."
            ),
            (
                "[Which cut|What cut of beef] [do you suggest|should I ask the butcher for] for [a "
                "braise|ragù|a cheap pot roast], and [how do I brown it right|how long does it need]?"
            ),
            (
                "[My|Our] [gnocchi|falafel|fritters] [fall apart in the pan|dissolve the second they "
                "hit the water|won't hold together]. [What am I missing?|Too wet, maybe?|More flour or "
                "less?]"
            ),
            (
                "[Need|I'm after] a [vegetarian|fish] main that [feels festive|looks impressive] but "
                "[takes under an hour|is mostly done in advance]."
            ),
            (
                "[How long|For how many minutes] do you [steam|blanch] [green "
                "beans|asparagus|artichokes] so they [stay bright|keep some bite], [and do they need an "
                "ice bath|and should I salt the water]?"
            ),
            (
                "Write out [a recipe|full instructions] for [a lemon drizzle cake|cinnamon rolls|a "
                "plain sponge], [quantities in grams|metric please], [and say when it's done|with the "
                "pitfalls marked]."
            ),
            (
                "[Would it work|Would I get away with it] if I [cooked the beans in the oven|used "
                "frozen spinach|swapped butter for oil] in [a pie|a casserole]?"
            ),
            (
                "[Tell me the difference|What's the actual difference] between [simmering and "
                "poaching|sweating and sautéing|searing and browning], and [when it matters|does anyone "
                "at home need to care]."
            ),
        ),
        terse=(
            (
                "[mushroom risotto|pumpkin risotto|risotto] [too sticky|without wine|leftovers] "
                "[fix|ideas|help]"
            ),
            (
                "[substitute|replacement] for [buttermilk|crème fraîche|rice vinegar|shallots] [in "
                "baking|sauce|]"
            ),
            "[roast chicken|roast duck|leg of lamb] [time per kilo|resting time|crispy skin] [oven|]",
            "[lentil|bean|split pea] soup [recipe|from dried|too thin] [quick|easy|]",
            "[pancake|crêpe|yorkshire pudding] batter [ratio|resting time|lumps|too thick]",
            (
                "how to [cook|season] [quinoa|polenta|tempeh|aubergine] [so it tastes of "
                "something|properly|fast]"
            ),
            "[caramelised onions|garlic confit|pickled radish] [how long|storage|step by step|slow cooker]",
            "bread [didn't rise|crust too hard|gummy inside] [what went wrong|why|yeast|]",
            "[one pot|sheet pan|no oven] [pasta|chicken thighs|veg dinner] [for two|30 min|recipe]",
            "[salmon|cod|trout] [internal temperature|skin side|from frozen] [pan|oven|grill]",
            (
                "[homemade|easy] [tortillas|naan|pasta] [without special equipment|no yeast|ratio flour "
                "water|]"
            ),
        ),
        details=(
            (
                "[No nuts|Nothing with peanuts|Keep it nut-free], [one guest is allergic|my son can't "
                "have them|{relative} carries an EpiPen]."
            ),
            (
                "[I don't have|There's no] [blender|food processor|stand mixer][, just a whisk| here|, "
                "so by hand]."
            ),
            "It [should|has to] be [gluten-free|dairy-free|halal][ if possible|, no exceptions|].",
            (
                "[Not too spicy|Go easy on the chilli|Mild, please], [the kids are eating too|I can't "
                "handle heat|{relative} hates hot food]."
            ),
            "[Metric|Grams, not cups|Celsius and grams], [please|if you would|thanks|I have a scale].",
            (
                "[The whole thing|Everything] should [cost under fifteen|stay cheap|use supermarket "
                "ingredients][, ideally|]."
            ),
            "[I'd rather not|Let's not] use [wine|alcohol|pork][ in it|, please|].",
            (
                "[Active time|Hands-on time|My limit at the stove]: [half an hour|twenty minutes][ at "
                "most| or so|, no longer]."
            ),
            (
                "[My oven|The oven here] [runs hot|has no fan|only heats from below][, by the way|, "
                "annoyingly|]."
            ),
            (
                "[Bonus points if|It'd be great if|Ideally] it [freezes well|tastes better the next "
                "day|makes enough for lunch|fits in one pot]."
            ),
            "[Skip|Spare me|No need for] the [life story|history][, just the method|, only steps|].",
            (
                "I [do have|own] [a pressure cooker|a thermometer|a Dutch oven][ that I rarely touch|, "
                "if useful|]."
            ),
            (
                "[There will be|We're] [six|five|eight] [of us|at the table], [two of them tiny|big "
                "eaters all|no leftovers needed]."
            ),
        ),
        followups=(
            (
                "[Can I|Could I] [do most of it|prepare it] [the day before|in the morning], or [will "
                "it suffer|does that ruin it]?"
            ),
            "[What if|And if] I [only have dried herbs|can't find fresh ginger|use frozen veg] [instead|]?",
            (
                "[How will I know|What tells me] [it's done|it's ready] [if I don't have a "
                "thermometer|without cutting into it|]?"
            ),
            (
                "It [came out|turned out] [a bit bland|slightly dry|better than I hoped]. [What would "
                "you change next time?|How do I tweak it?]"
            ),
            (
                "[What should I|Anything I could] serve [with it|alongside][, something green maybe|, "
                "besides bread|]?"
            ),
            (
                "[ok and|Right, and] [how long does it keep|can it be frozen|how do I reheat it] [in "
                "the fridge|without it going weird|]?"
            ),
            (
                "[Sorry, forgot to say:|One thing I left out:] [{relative} is vegan|we have no oven "
                "tray|I've got just one hob free]."
            ),
            (
                "[Could you|Please] [halve that|double the amounts|give it as a shopping list][ for "
                "me|, thanks|]."
            ),
            (
                "[Why do you|Is there a reason you] [add the salt so late|rest it|want the heat that "
                "low][, out of curiosity|]?"
            ),
            (
                "[It's on the stove now|I've started] and it [looks pale|smells slightly burnt|is "
                "thicker than expected], [is that normal|what now]?"
            ),
            (
                "[Great, that worked|They loved it|Success]! [What can I learn next along those "
                "lines?|Any variation with fish?|How would you vary it?|What's a good next step?]"
            ),
        ),
        replies=(
            (
                "[Keep the heat gentle|Start on a low heat] and [taste as you go|season in stages]; "
                "[most of the flavour comes from patience|that alone fixes most problems|salt late]."
            ),
            (
                "Here is a version [for one pan|with short steps]: [brown first|build the base], [then "
                "add liquid slowly|add everything else in order], [and rest it before serving|and "
                "finish with something sharp]."
            ),
            (
                "[Usually|Most often] the cause is [too much heat|too much moisture]; [lower it|dry "
                "things well] and [allow more time|work in small batches]."
            ),
            (
                "[Yes, that works|That's fine], but [add a squeeze of lemon|hold back a little salt] "
                "[to balance it|at the end|until you've tasted it]."
            ),
            (
                "[I've written it out|Here are the steps] [in grams|with timings|line by line], [with a "
                "note on what to look for|and marked what can be done ahead]."
            ),
            (
                "[Two things matter here|It comes down to two things]: [a hot pan|a dry surface] and "
                "[leaving it alone|not crowding it][. The rest is forgiving|]."
            ),
            (
                "[If it looks wrong|Should it go wrong], [take it off the heat|add a spoon of cold "
                "water] and [whisk|stir gently] [until it comes together|for a minute]."
            ),
            (
                "[Good choice for a crowd|That's an easy one to scale|Nice pick]: [prepare the base "
                "early|cook the slow part first] and [keep the fresh bits for the end|finish it just "
                "before eating]."
            ),
        ),
    ),
    Topic(
        name="meal_planning",
        area="home_life",
        weight=1.3,
        concern=1,
        contexts=(
            (
                "[There are|It's] [four|five] of us [at home|in the house], [two of them picky|one of "
                "them a toddler|all with different schedules]."
            ),
            (
                "I [cook|do the food] on [Sundays|{weekday}s] and [then nobody touches the stove "
                "again|live off boxes the rest of the week]."
            ),
            (
                "[By Wednesday|Midweek] [our plans collapse|everything falls apart] and we [order "
                "in|eat cereal][, which is getting expensive|]."
            ),
            (
                "[My doctor|The nurse] said my [cholesterol|blood sugar|blood pressure] is [a little "
                "high|creeping up], so [dinners need to change|I'm rethinking food]."
            ),
            (
                "I [train|lift|run] [four mornings a week|after work] and [never eat enough protein|end "
                "up raiding the biscuit tin]."
            ),
            (
                "[We throw away|I must bin] [a shocking amount of|so much] [salad|fresh food|bread] "
                "[every week|each month]."
            ),
            (
                "[New job|I've started a new job], [long commute|no canteen|twelve-hour shifts], [lunch "
                "is now my problem|and packed lunches it is]."
            ),
            (
                "[The food budget is|We've got] about [ninety|seventy|sixty] a week [for everything|for "
                "the two of us|, give or take]."
            ),
            (
                "[My daughter|Our eldest] [turned vegetarian|stopped eating meat] [last month|out of "
                "nowhere], [the rest of us did not|and I respect that]."
            ),
            (
                "[Baby is due in {month}|We have a newborn] and [I'd like the freezer full|cooking is a "
                "distant dream]."
            ),
            (
                "I [live alone|mostly eat alone|cook for one], [so recipes for six|and family packs] "
                "[are useless to me|drive me mad]."
            ),
            (
                "[Ramadan starts soon|We're fasting next month|Lent is coming|The school holidays "
                "start], [so meal times move|and our routine shifts|which changes everything]."
            ),
            (
                "I'm [so|utterly|thoroughly] [bored of|tired of] [the same five dinners|chicken and "
                "rice|my own cooking]."
            ),
            (
                "[Both of us work late|We get in after seven], [the kids eat at six|grandad eats "
                "early|{relative} works nights], [it's chaos|and no one is happy]."
            ),
            (
                "[There's a|We have a] [big chest freezer|slow cooker|batch of stock] [sitting there "
                "unused|nobody uses], [might as well start|it's a waste]."
            ),
            (
                "[Hello!|Hi there,] I'm [trying to get organised|hoping to stop winging dinner] [before "
                "term starts|this autumn|in the new year]."
            ),
            (
                "[Shopping happens|I shop] [once a week|every other {weekday}], [by bike|without a "
                "car], [so weight matters|so nothing bulky]."
            ),
            (
                "[Money's tight|Things are tight] [until {month}|right now] and [food is the only line "
                "I can cut|I'd like to eat well anyway]."
            ),
        ),
        asks=(
            (
                "[Make|Put together|Draw up] a [seven-day|five-day] dinner plan [with a shopping "
                "list|that reuses ingredients|and tell me what to cook when]."
            ),
            (
                "[Could you plan|Can you help me plan] [lunches|work lunches] [for the week|from Monday "
                "to Friday] [that don't need a microwave|that survive a backpack]?"
            ),
            (
                "I need [breakfasts|a breakfast rota] [with plenty of protein|for people who wake up "
                "late|that aren't eggs], [a week's worth|seven different ones]."
            ),
            (
                "What's a [realistic|sane] way to [batch cook|meal prep] [on a single afternoon|in two "
                "hours] [without eating the same thing five times|]?"
            ),
            (
                "[How many|Roughly how many] portions [should I freeze|do I need] [to cover a "
                "fortnight|for a month of dinners], and [of what|which dishes freeze best]?"
            ),
            (
                "[Turn|Please turn] [a tray of chicken thighs|two kilos of mince|one big pot of beans] "
                "into [three|four] [different dinners|meals nobody recognises as leftovers]."
            ),
            (
                "[Suggest a rotation|I'd love a rotation] of [ten|a dozen] [easy|cheap|15-minute] "
                "dinners [so I never have to think|to stick on the fridge]."
            ),
            (
                "[low-carb|plant-based|Mediterranean] [week|menu] [please|for two], [with rough "
                "calories|and rough macros] [per meal|]"
            ),
            (
                "[Which meals|What sort of meals] [work for|suit] [a vegetarian and a meat "
                "eater|someone with IBS and three hungry teenagers] [at the same table|without cooking "
                "twice]?"
            ),
            (
                "[Give me a template|Is there a template] for [weekly planning|planning dinners], [like "
                "theme nights|say taco night and so on], [that my family could stick to|that leaves "
                "room for takeaway]."
            ),
            (
                "[Help me use up|I want to use up] what's in the [freezer|cupboard] [before buying "
                "anything|over the next week]: [peas, mince, odd fish fillets|lentils, rice, six tins "
                "of tomatoes]."
            ),
            (
                "[How would you split|How do I split] [1,800|2,200|1,600] calories [over the day|into "
                "three meals and a snack] [if dinner is the big one|without going hungry by ten]?"
            ),
            (
                "[Plan|Sketch out] [a month of school lunch boxes|two weeks of lunch boxes], "
                "[nut-free|cold only], [that a seven-year-old will eat|with some variety]."
            ),
            (
                "[Fill in|Complete|Help me finish] [my week|this]: [Monday pasta, Tuesday fish, the "
                "rest empty|soup on Monday, leftovers Friday, help with the middle]."
            ),
            (
                "[Is it doable|Do you think it's possible] to [feed a family|eat healthily] [on fifty a "
                "week|without cooking on weekdays], and [what would the menu be|how]?"
            ),
            (
                "[I'm after|Looking for] [freezer meals|make-ahead dinners] [to prepare before the "
                "birth|for my parents|for exam season], [nothing fancy|sorted by effort]."
            ),
            (
                "[Write|Build] [a shopping list|a grocery list] [grouped by aisle|grouped by week] for "
                "[six dinners and five lunches|a pescatarian week]."
            ),
            (
                "[What do I cook|What should we eat] [on the nights|on evenings] when [there's football "
                "practice|we have twenty minutes], and [what can be prepped ahead|what's the fallback]?"
            ),
        ),
        terse=(
            (
                "[weekly|5 day|14 day] meal plan [vegetarian|high protein|low fodmap|cheap] [family of "
                "4|for one|]"
            ),
            "[meal prep|batch cooking] [sunday|beginner|no freezer] [ideas|schedule|list]",
            "[lunch box|packed lunch] ideas [no bread|teenager|cold|vegan] [week|]",
            "[grocery|shopping] list [under 50|one week|two people] [healthy|vegan|no waste|]",
            "[freezer|make ahead] meals [postpartum|for elderly parent|students] [list|with labels|]",
            "dinner rotation [kids|picky eaters|shift work] [printable|20 meals|easy|]",
            "[1500|1800|2000] calorie [menu|meal plan] [simple|no cooking|5 days|]",
            "[leftover|roast] chicken [three meals|week plan|reuse] [ideas|no soup|]",
            "[diabetic|heart healthy|gluten free] [dinners|week menu] [simple|for two|budget|]",
            "what to [cook|eat] [this week|mon to fri] [with no time|without oven|on a budget|]",
        ),
        details=(
            (
                "[No fish|Nobody eats fish|Fish is out], [sadly|the smell alone|and we won't be "
                "convinced|{relative} is allergic]."
            ),
            "[Leftovers|Repeats] are [fine|welcome] [once|twice], [not three times|then never again].",
            (
                "[Keep weeknights|Weeknights should stay] under [half an hour|25 minutes][, weekends "
                "can be longer| of cooking|]."
            ),
            "[At least|Preferably] [two|three] [meatless days|evenings without meat][, more is fine|].",
            (
                "[One of us|My partner|The youngest] [is lactose intolerant|hates mushrooms|can't eat "
                "onion|won't touch beans]."
            ),
            "[Seasonal|Local] [veg|produce] [where it makes sense|as far as possible|, please].",
            (
                "I have [an air fryer|a rice cooker|two ovenproof dishes|a waffle iron] [and like using "
                "it all|to work with|but little storage]."
            ),
            "[Snacks|A snack or two] [should be included|count too|aren't needed][, please|].",
            (
                "[Aim for|It should reach] [a hundred|thirty per meal|120] grams of protein[, roughly| "
                "a day or close to it|]."
            ),
            (
                "[Please|Do] [keep the ingredient list short|avoid one-off ingredients|stick to normal "
                "shops][, I'm not a chef|]."
            ),
            (
                "[Friday|{weekday}] is [takeaway night|always pizza|eating out], [leave it blank|don't "
                "plan it]."
            ),
            (
                "[The list|Whatever you make] should [fit on one page|go on the fridge|be easy to "
                "print][ if possible|]."
            ),
            "[We get|There's] [a veg box|a delivery of milk and eggs] [every {weekday}|on Thursdays].",
        ),
        followups=(
            (
                "[Swap|Could you swap] [Tuesday|the curry|the tofu one] [for something quicker|for "
                "something the kids know|out]."
            ),
            (
                "[Now|Great, now] [give me the shopping list|list what I need to buy|sort it by "
                "aisle][, please| for that|]."
            ),
            (
                "[What can I|Which parts can I] [chop|prepare|cook] [on Sunday|the night before] [to "
                "save time|]?"
            ),
            (
                "[That's too much|It's a lot of] [cooking|chopping|rice]. [Simplify?|Can it be "
                "trimmed?|Make it lazier.]"
            ),
            "[How much would|What might] [all of that|this week] [cost|add up to], [roughly|ballpark]?",
            (
                "[Can you do|Do] [week two|another week] [in the same style|without repeating a "
                "dish|but lighter]."
            ),
            "[And for|What about] [breakfast|snacks|my husband who's always hungry][, any ideas|]?",
            (
                "[We only have|My freezer fits] [two drawers|six boxes|almost nothing], [so which "
                "ones|what would you drop]?"
            ),
            (
                "[My mother-in-law is staying|A friend is joining us] [on {weekday}|half the week], "
                "[can you adapt|adjust the amounts please]."
            ),
            "[Which of these|Which] [keep longest|freeze worst|taste ok cold] [and for how long|]?",
        ),
        replies=(
            (
                "[I've built the week|The plan is built] around [two big cooks|one roast and one pot of "
                "grains] so [the other nights are assembly|ingredients get used up|{weekday} is free]."
            ),
            (
                "[Here is|Below is] a [five-day|weekly] outline [with the list|and what to buy]; [swap "
                "days freely|nothing depends on the order]."
            ),
            (
                "[Cook the grains|Roast a tray of vegetables] and [one protein|a sauce] on [Sunday|your "
                "free day], then [vary the toppings|combine them differently]."
            ),
            (
                "[For your budget|At that price], [beans and eggs|lentils, eggs and seasonal veg] [do "
                "most of the work|carry the week], with [meat twice|fish once]."
            ),
            (
                "[Soups, stews and bakes|Stews and sauces] [freeze well|are the ones to freeze]; [leave "
                "out potatoes|add fresh herbs later] [and label the date|]."
            ),
            (
                "[I kept|I've kept] [each dinner|every meal] under [thirty|twenty-five] minutes and "
                "[reused the same vegetables|marked what can be prepped]."
            ),
            (
                "[Done|Changed|All right]: [the quick dish is on the busy night|I moved things round], "
                "[the list is updated|and the totals are below]."
            ),
            (
                "[A base everyone shares|One shared base|A neutral base], [with meat on the side|with "
                "toppings each person adds], [saves cooking twice|works best for mixed tables]."
            ),
        ),
    ),
    Topic(
        name="pet_care",
        area="home_life",
        weight=1.2,
        concern=1,
        contexts=(
            (
                "We [adopted|took in|brought home] [a rescue|an older dog|two kittens] [three weeks "
                "ago|on {weekday}|in {month}] and [are finding our feet|everyone is still nervous]."
            ),
            (
                "[My vet|Our vet] is [closed until Monday|on holiday|fully booked], [and it isn't an "
                "emergency I think|so I'm asking here first]."
            ),
            (
                "[She's|He's] [eleven|about nine|four and a half], [neutered|indoor only|healthy "
                "otherwise], [never any trouble|and spoilt]."
            ),
            (
                "[This has been going on|It's been happening] [since we moved|for about ten days|ever "
                "since the new sofa], [at night mostly|mostly when we're out]."
            ),
            (
                "[First-time owner here|I've never had a pet before|Complete beginner], [so no idea "
                "what's normal|and the internet contradicts itself|hence the nerves|be gentle]."
            ),
            (
                "[The breeder|The shelter|Her last owner] [told us|swore] [she'd settle in a week|it "
                "was just a phase][. It wasn't|, hmm|]."
            ),
            (
                "I'm [looking after|minding] [my sister's|a friend's] [cat|dog|parrot] [for a "
                "fortnight|while she's away] and [want to do it right|feel out of my depth]."
            ),
            (
                "[We live|I live] in a [small flat|third-floor apartment|house with a garden], [no "
                "lift|near a busy road|which may matter]."
            ),
            (
                "[I love this animal to bits|He's my whole world|We adore him], but [I'm losing "
                "sleep|my patience is thin|something has to give|this can't go on]."
            ),
            (
                "[The kids begged for years|My son saved up|{relative} talked us into it], [and now we "
                "have one|so here we are][, with questions|, slightly overwhelmed|]."
            ),
            (
                "[Our old dog died|We lost our cat] [last spring|in {month}], and [this one is nothing "
                "like her|I'd forgotten how much work it is]."
            ),
            (
                "[Both of us|We both|The two of us] [work full time|are out nine to five], [a neighbour "
                "pops in at noon|so alone time is an issue]."
            ),
            (
                "[He's a mixed breed|She's part terrier|Not a pedigree], [maybe eight kilos|medium "
                "sized], [endless energy|scared of bicycles]."
            ),
            (
                "[poor thing|The poor thing] [won't go near|hides from] [the vacuum|strangers|my "
                "boyfriend] [and I feel terrible|]."
            ),
            (
                "[Winter's coming|With the heat lately|Now it's firework season|Since the clocks "
                "changed] and [I worry|I'm not sure what's needed|everything is a bit off]."
            ),
            (
                "[Money is limited|I can't spend a fortune|Vet bills already hurt], [but] [I want the "
                "best for him|happy to pay for what matters|good advice is free|not at his expense]."
            ),
            (
                "[My partner thinks|Everyone at the park says] I'm [overreacting|too soft|doing it "
                "wrong], [perhaps|maybe they're right]."
            ),
            (
                "[Quick background|Background]: [two cats, one litter tray|one rabbit, one very curious "
                "toddler|elderly dog, new puppy], [yes I know|wish me luck]."
            ),
        ),
        asks=(
            (
                "[How do I|What's the kindest way to] [get|teach] [a puppy|an adult dog] to [stop "
                "pulling on the lead|sleep through the night|stay home alone]?"
            ),
            (
                "Why is [my|our] cat [peeing outside the box|yowling at four in the morning|suddenly so "
                "clingy]? [That's new.|Nothing changed at home.|]"
            ),
            (
                "[How much|What amount] should [a six-month-old kitten|a senior labrador|a rabbit] [eat "
                "per day|be fed], [and how often|and is dry food alone enough]?"
            ),
            (
                "I need [a plan|some steps] for [introducing a new kitten to a grumpy resident "
                "cat|getting a second dog used to our older pet|bringing a puppy into a cat "
                "household|walking two dogs at once|weaning him off the sofa]."
            ),
            (
                "[Are grapes|Is a bit of cheese|Are raw carrots] [really dangerous|safe] for "
                "[dogs|guinea pigs], [and what do I do if he got some|or is that a myth]?"
            ),
            (
                "[Help me choose|I can't decide|I'm torn] between [a harness and a collar|pellets and "
                "hay-based feed|a crate and a pen|clumping and wood litter]."
            ),
            (
                "[Recommend|Please recommend] [games|ways] [to tire out|to entertain] [a clever dog "
                "indoors|a bored house cat|a single parrot]."
            ),
            (
                "[Trimming|Clipping] [claws|nails] [is a wrestling match|ends in blood, mine]. [Any way "
                "to make it calmer?|How do the groomers do it?]"
            ),
            (
                "What [should I pack|goes in the bag] for [a long car trip with a cat|a dog's first "
                "flight|boarding], and [how do I prepare him|should he eat before]?"
            ),
            (
                "[At what age|When] [do I|should we] [switch from puppy food|start leash training|have "
                "her spayed], [roughly|and what are the pros and cons]?"
            ),
            (
                "[Explain|Can you explain] [flea treatment options|how worming works|which vaccines "
                "matter] [in plain words|for an indoor cat|for a dog who swims]."
            ),
            (
                "[He scratches|Our dog chews] [the sofa|door frames|every shoe] [whenever we leave|out "
                "of boredom, I think]. [How to redirect it?|I need ideas that aren't sprays.]"
            ),
            (
                "[Setting up|I'm setting up] a [tank for a betta|terrarium for a leopard gecko|hutch "
                "for two rabbits]. [What size and what else?|What do beginners forget?]"
            ),
            (
                "[My hamster stopped using his wheel|The budgie has gone quiet|Our rabbit sleeps all "
                "day now], [should I worry|is this just age|what should I check first|is it the cold]?"
            ),
            (
                "[Write|Draft] [care notes|an instruction sheet] for [a pet sitter|my neighbour] "
                "[covering food, litter and quirks|for one week]."
            ),
            (
                "what are [the|typical] signs [a cat is in pain|my dog is overheating|a rabbit needs a "
                "vet today][, and what's just mood|]?"
            ),
            (
                "[Could you suggest|I'd appreciate] a [daily routine|weekly schedule] for [an anxious "
                "rescue|a puppy at work hours], [walks and rests included|hour by hour]."
            ),
            (
                "[Should I|Would you] [bathe|brush] [a double-coated dog|a long-haired cat] [in "
                "winter|every week], or [leave the coat alone|does it do harm]?"
            ),
            (
                "[Does anyone|Do vets] [actually|still] [recommend|use] [calming collars|pheromone "
                "diffusers|thunder jackets], and [do they work|which first]?"
            ),
        ),
        terse=(
            "[puppy|older dog] [biting hands|barking at night|won't eat kibble] [what to do|12 weeks|help]",
            "cat [vomiting hairballs|not drinking|scratching sofa] [normal|remedy|how to stop|]",
            "[kitten|rabbit|gecko] [first week|feeding chart|setup list] [beginner|]",
            "can [dogs|cats|guinea pigs] eat [yoghurt|cucumber|cooked egg|bread]",
            "[crate|recall|toilet] training [rescue dog|puppy|small breed] [steps|schedule|]",
            "[flea|tick|worm] treatment [indoor cat|puppy under 3 months|alternatives] [safe|]",
            "[introducing|new] cat [to dog|to resident cat|small flat] [timeline|hissing|]",
            "[hamster|budgie|goldfish] [lethargic|cage size|companion] [advice|yes or no|]",
            "[dog|cat] [car sickness|separation anxiety|dandruff] [home tips|causes|food]",
            "[how often|when] to [walk|bathe|deworm] [a dachshund|a senior dog|a puppy]",
        ),
        details=(
            (
                "[No punishment|Nothing harsh|Nothing loud], [please|only reward-based methods], [she "
                "shuts down|I won't shout]."
            ),
            "[He weighs|She's] about [four|twelve|thirty] kilos[, for dosing| if that helps|].",
            "[There's|We've got] [a baby|a toddler|another cat] in the house[, to be clear| too|].",
            (
                "[She's on|He takes] [thyroid tablets|a joint supplement|a kidney diet][, nothing else| "
                "already|]."
            ),
            (
                "[I can spend|There's about] [half an hour|twenty minutes] [a day|each evening] on "
                "[training|this]."
            ),
            "[I'd prefer|Preferably] [something|products] [without perfume|I can make at home|cheap].",
            (
                "[We rent|It's a rental|The flat isn't mine], so [no cat flap|no drilling|the carpet "
                "must survive|nothing permanent]."
            ),
            (
                "[He's food motivated|She doesn't care for treats|Toys beat food here], "
                "[very|luckily|sadly|go figure]."
            ),
            (
                "[Tell me|Be clear] when [it's time for the vet|I should stop guessing|it's serious][, "
                "please|]."
            ),
            (
                "[Eating and drinking|Appetite and energy] are [normal|the same as ever|slightly "
                "down][, as far as I see|]."
            ),
            (
                "[He's allergic to|She can't have] [chicken|grain|beef][, so careful with treats|, vet "
                "confirmed|]."
            ),
            (
                "[We travel|I'm away] [often|every other weekend|{weekday} to Thursday], so [it must be "
                "sitter-proof|routine is tricky]."
            ),
            (
                "[Garden access|Outdoor time] is [limited|supervised only|free all day][, in case it's "
                "relevant|]."
            ),
        ),
        followups=(
            (
                "[And if|What if] [he growls|she hides under the bed|that doesn't work] [after a "
                "week|the first time|]?"
            ),
            (
                "[How long|Roughly how long] [before I see a change|does this usually take|should I "
                "keep that up][, in your experience|]?"
            ),
            (
                "[She's|He's] [already better today|doing it less|worse at night], [should I carry "
                "on|what's the next step]?"
            ),
            (
                "[Which|What] [brand type|kind of food|size] [would you look for|makes sense] [on a "
                "small budget|]?"
            ),
            (
                "[Could it be|Is it possibly] [stress|allergies|his teeth][ rather than behaviour|, do "
                "you think|]?"
            ),
            (
                "[The vet|My vet] [says it's fine|gave us drops|wants blood tests]. [Is that "
                "reasonable?|What should I ask her?]"
            ),
            "[Can I|May I] [leave them alone together|give both at once|use human shampoo] [yet|safely|]?",
            (
                "[Ok, and|Thanks, and|Got it. But] [what about the older cat|what about at night|what "
                "do we do when guests come|what if it gets worse]?"
            ),
            (
                "[I tried that|Tried it], [he just ate the treat and left|total failure|it half "
                "worked]. [Other ideas?|Next?]"
            ),
            (
                "[Could you put|Please put] that [in a short checklist|into a daily schedule][ for the "
                "kids| for my sitter| I can print]."
            ),
        ),
        replies=(
            (
                "[Go slowly|Take it in small steps]: [short sessions|a few minutes at a time], [end "
                "while it's going well|lots of praise], [and no pressure|and keep the same words]."
            ),
            (
                "[That's common|This is quite normal] [after a move|in the first month]; [a steady "
                "routine|a quiet corner] [usually helps within two weeks|makes the difference]."
            ),
            (
                "[Rule out|First rule out] [pain|a medical cause] with [the vet|a check-up], [then work "
                "on|after which you can address] [the habit|the surroundings]."
            ),
            (
                "[Offer|Give] [two smaller meals|measured portions] and [weigh weekly|adjust by body "
                "shape]; [treats count too|fresh water always]."
            ),
            (
                "[If|Should] [breathing is laboured|there be blood|eating stop for a day], [call a vet "
                "straight away|don't wait, ring the clinic]."
            ),
            (
                "[Swap scents first|Let them smell each other's blankets], then [meals either side of a "
                "door|brief visits|a gate between them], [only then share a room|over about ten days]."
            ),
            (
                "[More exercise for the brain|Sniffing games and puzzles|Hiding food around the room] "
                "often [calms them more than walks|stops the boredom], [try ten minutes twice a "
                "day|start easy]."
            ),
            (
                "[Here's a checklist|I've made a short sheet|The notes are below] [for the sitter|with "
                "amounts and times], [with the vet's number at the top|and the warning signs last]."
            ),
        ),
    ),
    Topic(
        name="home_repair",
        area="home_life",
        weight=1.2,
        concern=1,
        contexts=(
            (
                "[We bought|I own|We inherited] a [1930s semi|1970s flat|crooked old farmhouse] and "
                "[nothing in it is straight|surprises keep coming]."
            ),
            (
                "[I rent|It's a rental], [the landlord shrugs|so nothing drastic|agency ignores me], "
                "[but I'd like it fixed|and I'd pay for materials]."
            ),
            (
                "The [plumber|handyman|builder] [quoted|wanted] [a ridiculous sum|four hundred|more "
                "than the thing cost] [for ten minutes of work|], so [here I am|DIY it is]."
            ),
            (
                "I'm [fairly handy|not handy at all|willing but clumsy|my family's fixer by default][, "
                "though electrics scare me|, but I do own a drill|, with basic tools]."
            ),
            (
                "[It started|This started] [after the storm|on {weekday} night|when the heating came "
                "on][ and hasn't stopped|, no idea why|]."
            ),
            (
                "[Third time|That's the third time] [this year|since {month}], [and I'm fed up|so "
                "patching isn't cutting it]."
            ),
            (
                "[My dad|My ex|{relative}] [always did these things|used to do this], [now it's on "
                "me|and never showed me how]."
            ),
            (
                "[We're selling|The flat goes on the market] in [{month}|spring] and [everything small "
                "must be done|it needs to look decent]."
            ),
            (
                "[There's a toddler|A baby is|Children are] [running about|underfoot|asleep next door], "
                "so [fumes are a worry|whatever I do must be safe tonight]."
            ),
            (
                "[Water|It] is [off at the main for now|dripping into a bucket|contained], [so I have "
                "some time|but not for long]."
            ),
            (
                "[I watched three videos|Having watched a few videos|After an hour of reading], [I'm "
                "more confused|they contradict each other|none shows my exact problem], [typical|hence "
                "me asking]."
            ),
            (
                "[The previous owner|Whoever lived here before] [loved silicone|painted over "
                "everything|wired it himself], [so expect horrors|God help me]."
            ),
            (
                "[Tools I have|In my toolbox]: [screwdrivers, a level, a hammer|a drill, pliers, "
                "filler|an adjustable wrench and optimism][. I can borrow more|]."
            ),
            (
                "[The building is|Our walls are] [plasterboard|solid brick|lath and plaster], [I "
                "think|going by the sound|as far as I can tell]."
            ),
            (
                "[It isn't urgent|No panic|Not an emergency], [just ugly|but it bugs me daily], [and "
                "I've a free weekend|so now's the time]."
            ),
            (
                "[Sorry if this is basic|Daft question maybe|Forgive the ignorance], [I've never owned "
                "a home|nobody teaches you this|I'm an office person|first house]."
            ),
            (
                "[Damp climate here|It's humid where we live|Coastal town], [north-facing wall|no "
                "extractor], [which may be relevant|you get the idea]."
            ),
            (
                "[My partner is away|I'm alone] [until {weekday}|this week] and I'd [love to surprise "
                "him|rather not flood the place|like to get it done]."
            ),
        ),
        asks=(
            (
                "[How do I|What does it take to] [stop a tap dripping|silence a knocking radiator|fix a "
                "toilet that keeps running] [without calling anyone|myself|]?"
            ),
            (
                "[Is it ok to|Can I safely] [paint straight over|plaster over] [wallpaper|old gloss|a "
                "stain], or [must it come off first|will it bubble]?"
            ),
            (
                "[Door|Bedroom door] [sticks|rubs at the top] [in wet weather|since summer]. [Plane it "
                "or adjust the hinges?|What should I try first?]"
            ),
            (
                "[Need to|I have to] [hang|mount] [a heavy mirror|a shelf|a television] on "
                "[plasterboard|a crumbly wall]. [Which anchors?|What holds?|Best method?]"
            ),
            (
                "[Step by step please|Give me the steps]: [regrouting a shower|replacing a door "
                "lock|changing a light fitting][, and how to know I've done it right|, tools included]."
            ),
            (
                "[What's causing|Any idea what's behind] [black spots on the ceiling|a damp patch by "
                "the skirting|cracks above the window], and [is it serious|how do I treat it]?"
            ),
            (
                "[Why does|What makes] my [boiler lose pressure|breaker trip|drain gurgle] [whenever "
                "the washing machine runs|every few days|at night]?"
            ),
            (
                "[Talk me through|Explain] [patching|filling] [a fist-sized hole|old screw holes|a long "
                "crack] [so it doesn't show|before painting]."
            ),
            (
                "[Unblock|How to unblock] a [kitchen sink|shower drain] [when the plunger does "
                "nothing|full of hair][, no chemicals|, ideally tonight|]."
            ),
            (
                "[Should I|Do I] [repair|bother repairing] [a squeaky floorboard|rotten window "
                "sill|loose banister], or [replace the whole thing|is that wasted effort]?"
            ),
            (
                "[Which paint|What sort of paint] [goes|works] [in a bathroom|on radiators|on kitchen "
                "cupboards], [and how many coats|and do I need a primer]?"
            ),
            (
                "[Write me|Draft] a [shopping list|materials list] for [tiling a splashback|painting "
                "one bedroom|sealing a bath]."
            ),
            (
                "[Would an amateur|Could a beginner] manage [laying laminate|fitting a tap|hanging a "
                "door] [in a weekend|alone], or [leave it to a pro|am I kidding myself]?"
            ),
            (
                "[fence post|gutter bracket|gate hinge] [wobbles|came loose|snapped] — [fix it without "
                "digging up everything|cheap repair please|what holds in rotten wood]?"
            ),
            (
                "[Draughty|Our draughty] [sash windows|front door]: [what can be done|how do I seal "
                "them] [for little money|without ruining them]?"
            ),
            (
                "Tell me when [I may do my own wiring|it's legal to touch gas pipes|removing a wall "
                "needs permission], and [when to call someone|who signs it off|what it costs, "
                "roughly|who to ask first]."
            ),
            (
                "[I drilled into|I seem to have nicked] [a pipe|a cable], [what now|how bad is it], "
                "[and who do I call first|can it be patched]?"
            ),
            (
                "[Getting|How do I get] [old silicone|stubborn limescale|glue from carpet tiles] off "
                "[without scratching|the neat way]?"
            ),
        ),
        terse=(
            "[leaking|dripping] [tap|radiator valve|shower head] [repair|washer size|temporary fix]",
            "[hang|fix] [shelf|curtain rail|tv bracket] [plasterboard|brick|no drilling]",
            "[toilet|cistern] [keeps running|won't fill|leaks at base] [fix|part name|]",
            "[mould|damp patch|condensation] [bathroom ceiling|behind wardrobe|window] [remove|cause|]",
            "[paint|prime] [over gloss|mdf|damp plaster|tiles] [how|steps|which]",
            "[squeaky|sagging] [floorboard|door|stair] [fix|quick|from above]",
            (
                "[boiler losing pressure|breaker tripping|doorbell dead|extractor fan humming] "
                "[checklist|why|since yesterday]"
            ),
            "[grout|silicone|caulk] [replace|colour|drying time] [shower|kitchen|]",
            "fill [hole|crack] in [wall|ceiling|door] [before painting|large|invisible]",
            "[cost|price] [rewire flat|replace window pane|skim ceiling] [rough|diy vs pro|]",
        ),
        details=(
            (
                "[I'm not allowed|The lease forbids me] to [drill|paint|swap fittings][, strictly "
                "speaking| without asking|]."
            ),
            (
                "[Budget|What I can spend] is [around fifty|under a hundred|whatever it takes][, "
                "roughly| within reason|]."
            ),
            "[It needs to hold|Should last] [a year|until we renovate|through winter][ at least|].",
            (
                "[No power tools|Only hand tools|Nothing noisy], [neighbours are sensitive|there's a "
                "baby asleep|please|I share the walls]."
            ),
            (
                "[The wall is|Ceilings are] [three metres|about two and a half metres] [high|tall][, "
                "ladder available| and I hate ladders|]."
            ),
            (
                "[Tell me which|Say which] [tool to rent|parts to buy|safety gear I need][, exact names "
                "help|]."
            ),
            "[I can do it|Time for this is] [over two evenings|on Saturday|in an hour tops][, no more|].",
            (
                "[It's|That's] [copper piping|plastic piping|aluminium wiring], [I checked|if the "
                "colour is any guide]."
            ),
            (
                "[Low odour|No strong smells|As few fumes as possible], [we sleep next door|asthma in "
                "the family|windows barely open|{relative} gets migraines]."
            ),
            (
                "[It should look|I'd like it|Make sure it's] [neat|invisible|tidy], [not just "
                "functional|as it's the front room]."
            ),
            "[Let me know|Warn me] [if this is dangerous|where people mess up|when to stop][, please|].",
            (
                "[The shop nearby|Our hardware store] [closes at six|has only basics|is a drive away][, "
                "just so you know|]."
            ),
        ),
        followups=(
            (
                "[What size|Which diameter] [of screw|of plug|drill bit] [do I need for that|are we "
                "talking about|exactly]?"
            ),
            (
                "[I turned the valve|I've opened it up] and [there's rust everywhere|it's still "
                "dripping|nothing happened]. [Now what?|Is that bad?]"
            ),
            (
                "[Can I|Could I] [skip|leave out] [the primer|sanding|the second coat] [if it's hardly "
                "visible|]?"
            ),
            (
                "[How long|How many hours] [does it need to dry|must I wait|till we can shower] [in "
                "cold weather|]?"
            ),
            (
                "[Is there|Do you know] [a cheaper option|a less messy way|something without "
                "silicone][, out of interest|]?"
            ),
            (
                "[It worked!|That did it, thanks.|Sorted.] [How do I stop it coming back?|Anything I "
                "should check each year?|What else is likely to go?|Should I tell the landlord?]"
            ),
            "[What would|How much would] a [professional|tradesman] [charge|do differently] [for this|]?",
            "[The screw|That nut] [won't budge|is stripped|snapped off]. [Tricks?|Heat? Oil?|Help.]",
            (
                "[Which step|What part|Which bit] [is the risky one|do people get wrong|needs two "
                "people|should I practise first]?"
            ),
            (
                "[Do I|Should I] [tell the landlord first|switch off the power|drain the system][ for "
                "that|, or is it fine]?"
            ),
        ),
        replies=(
            (
                "[Turn off|First shut off] [the supply|the water or power], [then|and only then] [open "
                "it up|take it apart], [taking a photo at each step|keeping the parts in order]."
            ),
            (
                "[Use|Go for] [hollow-wall anchors|a fixing rated for double the weight], and [find a "
                "stud if you can|check for pipes first][. Tap tests are unreliable|]."
            ),
            (
                "[Most likely|Probably] [a worn washer|a perished seal]; [it costs next to nothing|take "
                "the old one to the shop] and [takes twenty minutes|swaps in easily]."
            ),
            (
                "[Clean, dry, then|Scrape it back, dry it and] [prime|seal] [before painting|before the "
                "top coat]; [otherwise it comes through again|rushing this shows]."
            ),
            (
                "[This one|That job] is [for a qualified person|best left to an electrician|not for "
                "amateurs]: [make it safe and call|switch it off at the board]."
            ),
            (
                "[Treat the moisture first|Find where the water comes from|Dry it out fully]: [paint "
                "only hides it|without that it returns] [within weeks|by next winter]."
            ),
            (
                "[For a weekend|As a beginner], it's [doable|a fair project] if you [prepare "
                "well|measure twice], [about six hours in all|with a helper for the lifting]."
            ),
            (
                "[Here's the list|You'll need] [a filler knife, sandpaper and filler|sealant, tape and "
                "a gun|two spanners and tape], [plus patience|plus old sheets]."
            ),
        ),
    ),
    Topic(
        name="gardening",
        area="home_life",
        weight=0.9,
        concern=1,
        contexts=(
            (
                "[My balcony|The balcony] [faces north|bakes from noon on|gets four hours of sun] and "
                "[is windy|holds six pots|I refuse to give up on it]."
            ),
            (
                "[We've got|There's] [heavy clay|sandy soil|builder's rubble under the lawn], [which "
                "drains badly|as we found out][, apparently|]."
            ),
            (
                "[Frost|The last frost] [comes late here|is usually in {month}], [the season's short|so "
                "timing matters]."
            ),
            (
                "[I inherited|We took over] [a neglected allotment|an overgrown garden] from [an "
                "elderly couple|the previous tenants] [in {month}|last autumn]."
            ),
            (
                "[Nothing|Hardly anything] [I plant|I put in the ground] [survives|makes it past a "
                "month], [black thumb|and I'd like to know why]."
            ),
            "[The slugs|Snails] [won|ate the lot] [last year|again], [I'm not giving up|war it is].",
            (
                "[My neighbour|The lady next door|{relative}] [grows enormous tomatoes|has the perfect "
                "hedge] and [won't share secrets|makes me jealous]."
            ),
            (
                "[I'm retired|Now I've retired|Retired since {month}], [so time I have|and the garden "
                "is my project], [knees less so|not much strength though]."
            ),
            (
                "[Seedlings|My seedlings] [are on the windowsill|look leggy|came up in a week], [no "
                "greenhouse|I may have started too early]."
            ),
            (
                "[The soil test|A cheap test kit] [says|shows] [pH eight|it's quite acid|low "
                "nitrogen][, for what it's worth|]."
            ),
            (
                "[We have|There are] [children and a dog|chickens], [so nothing poisonous|and they eat "
                "everything][, please|]."
            ),
            (
                "[It hasn't rained|No rain] [since {month}|for six weeks], [and there's a hosepipe "
                "ban|and the lawn is straw]."
            ),
            (
                "[Houseplants|Indoor plants] [are new to me|came with the flat|multiply here], [about a "
                "dozen|three survive so far]."
            ),
            (
                "[Moved here from|I come from|We used to live in] [a tropical place|a much colder "
                "country], so [the seasons confuse me|I don't know what grows]."
            ),
            (
                "[I'm going away|We leave] [for three weeks|in {month}] and [nobody can water|the pots "
                "worry me]."
            ),
            (
                "[The plot is|It's a bed of] [about|roughly] [ten square metres|four by two metres|the "
                "size of a parking space]."
            ),
            (
                "[I'd like fewer|Not a fan of] [fussy plants|chores], [more birds|something for bees] "
                "and [some privacy|colour in autumn]."
            ),
            (
                "[Beginner here|I'm quite new to gardening|Second season], [keen though|learning fast], "
                "[made every mistake already|but no greenhouse]."
            ),
        ),
        asks=(
            (
                "Why are [the|all the|the lower] leaves on my [tomatoes|lemon tree|hydrangea] "
                "[curling|turning yellow|covered in spots], [and can I save it|too much water or too "
                "little]?"
            ),
            (
                "[When|In which month] [do I|should I] [sow|plant out] [broad beans|garlic|sweet "
                "peas|chillies] [around here|in a cool climate]?"
            ),
            (
                "[How hard|How far back] [can I|should one] prune [an old apple tree|lavender|a "
                "climbing rose] [without killing it|and when]?"
            ),
            (
                "[Design|Help me design|Sketch] [a planting plan|a small border] for [deep shade|full "
                "sun and poor soil], [flowers from spring to frost|evergreen if possible]."
            ),
            (
                "[Looking for|Please name] [vegetables|herbs] [that do well in pots|a beginner can't "
                "kill|for a shady balcony]."
            ),
            (
                "[How do I|What's a humane way to] [get rid of|keep away] [slugs|aphids|next door's "
                "cats|pigeons] [without poison|for good]?"
            ),
            (
                "[My|Our] [fiddle-leaf fig|monstera|orchid] [drops leaves|hasn't flowered in two "
                "years|has mushy roots]. [Repot, or leave it alone?|What did I do?]"
            ),
            (
                "I want to [start composting|build a raised bed|lay a lawn from seed] [this "
                "spring|before winter] and need [the basics|a list of steps]."
            ),
            (
                "[Explain|Can you explain] [crop rotation|companion planting|how to feed tomatoes] [for "
                "a tiny plot|without the jargon]."
            ),
            (
                "[What should go|What could I plant] [under a big conifer|along a hot wall|in front of "
                "a fence], [and how far apart|low maintenance please]?"
            ),
            (
                "[lawn|Our lawn] [is mostly moss|has bare patches|looks terrible after the dog]: "
                "[reseed, feed, or start over|what do I do and in what order]?"
            ),
            (
                "[Is it too late|Have I missed the window] to [plant bulbs|divide perennials|move a "
                "shrub] [in {month}|now]?"
            ),
            (
                "[Make|Write] a [month-by-month calendar|watering schedule|task list] for [a kitchen "
                "garden|houseplants|roses]."
            ),
            (
                "[Should I pinch out tomatoes|Do courgettes need feeding|Do peppers like company], and "
                "[how often|what happens if I do nothing|since when]?[ Novice question.|]"
            ),
            (
                "[Cuttings|Taking cuttings] from [rosemary|a pothos|fuchsias]: [water or compost|how "
                "long till roots|best time of year]?"
            ),
            (
                "[Can you tell|Could you say|I wonder] [what this weed is|which plant I have]: "
                "[heart-shaped leaves, white flowers, spreads like mad|glossy leaves, red stems, knee "
                "high]?"
            ),
            (
                "[How much|How often] should I water [a newly planted hedge|pots in a "
                "heatwave|succulents], [and at what time of day|honestly]?"
            ),
            (
                "[Suggest|I need] [a hedge|a tree] [that stays under two metres|for a small front "
                "garden|that birds like] and [grows fast|isn't laurel]."
            ),
            (
                "[Storing|How do you store] [potatoes|dahlias|squash] [over winter|without a cellar] "
                "[so they don't rot|]?"
            ),
        ),
        terse=(
            "[tomato|courgette|cucumber] [leaves yellow|blossom end rot|no fruit] [why|treatment|]",
            "when to [prune|plant|feed] [roses|raspberries|hydrangea|blueberries]",
            "[shade|drought|windy] [balcony|border] plants [evergreen|list|for bees]",
            "[slugs|vine weevil|whitefly] [organic control|on seedlings|pots] [what works|]",
            "[monstera|orchid|calathea] [brown tips|repotting|root rot] [save|how|]",
            "[raised bed|compost|lawn] [soil mix|depth|smells] [cheap|fix|]",
            "[garlic|onion|potato] [planting depth|spacing|harvest time] [pots|]",
            "[houseplants|herbs] [low light|north window|cat safe] [list|easy|]",
            "[moss|clover|bare patches|ants] in lawn [remove|autumn|naturally]",
            "[watering|irrigation] [holiday|balcony|greenhouse] [diy|bottles|timer]",
        ),
        details=(
            "[Nothing toxic|It must be harmless] [to cats|for the dog|for small children][, please|].",
            (
                "[No chemicals|Organic only|No sprays], [I eat from it|for the bees|there's a pond|on "
                "principle]."
            ),
            "[I can water|Watering happens] [twice a week|on weekends|daily in summer][ at most|].",
            "[Zone|We're in zone] [seven|eight|five][, with wet winters|, roughly| or so].",
            "[Spend|I'd spend] [as little as possible|up to eighty|about thirty][, second-hand is fine|].",
            (
                "[The pots|My containers] are [terracotta|thirty centimetres deep|old buckets], [holes "
                "drilled|all mismatched]."
            ),
            (
                "[It's for|The spot is for] [a rented place|my mother|{relative}], so [movable is "
                "better|low upkeep]."
            ),
            "[Low effort|Little work] [matters more than|before] [looks|yield][, honestly|].",
            (
                "[I'd love|It'd be nice to have] [scent|something edible|colour in winter][ too|, if "
                "possible|]."
            ),
            "[The bed gets|That corner has] [morning sun|shade after two|wind all day][ and stays damp|].",
            "[My back|Arthritis] [limits digging|means no heavy lifting][, so no trenches|, sadly|].",
            (
                "[Peat-free|Without peat|Nothing with peat], [if you recommend compost|please|as "
                "always|we've sworn off it]."
            ),
            (
                "[Native plants|Plants from around here] [preferred|would be best][, for the insects| "
                "if there are any|]."
            ),
        ),
        followups=(
            (
                "[I've checked|I looked]: [the roots are white|there are tiny webs|soil is soaked]. [So "
                "what is it?|Does that change things?]"
            ),
            (
                "[How deep|How far apart] [exactly|roughly], and [do I feed them|should they be staked] "
                "[at planting|]?"
            ),
            "[Could I|Can I] [do that in pots|use coffee grounds|skip digging] [instead|]?",
            "[What comes|What do I do] [after that|next|in {month}]?",
            (
                "[It's flowering|They've sprouted|Something is growing]! [When can I harvest?|Should I "
                "thin them?|Now what?|Do I feed it yet?]"
            ),
            "[And in|What about] [winter|a heatwave|the shady half][, same thing|]?",
            "[Which variety|Any variety] [would you pick|resists blight|tastes best][ for a beginner|]?",
            (
                "[The neighbours|My wife] [say cut it to the ground|want it gone]. [Good idea?|Do you "
                "agree?|Is there a middle way?]"
            ),
            (
                "[Too late|I already pruned it|Oops, done already], [is it ruined|will it recover] "
                "[this year|]?"
            ),
            "[Turn that|Please turn this] into [a calendar|a shopping list|three easy steps][ for me|].",
        ),
        replies=(
            (
                "[Check the soil|Push a finger in] [before watering|two centimetres deep]; [most yellow "
                "leaves|drooping more often] [mean too much, not too little|come from wet feet]."
            ),
            (
                "[Wait until|Hold off till] [nights stay above ten degrees|the frost has passed], then "
                "[harden them off|plant out] [over a week|gradually]."
            ),
            (
                "[For that spot|In such a corner], [ferns and hellebores|thyme, sedum and lavender] "
                "[cope well|need little], [and fill out by year two|and look after themselves]."
            ),
            (
                "[Cut|Prune] [just above a healthy bud|no more than a third], [in late winter|after "
                "flowering], [with clean blades|and clear the dead wood]."
            ),
            (
                "[Go out|Pick them off] [at dusk with a torch|in the evening], [water in the "
                "morning|protect young plants], and [encourage birds|use collars round the stems]."
            ),
            (
                "[A layer|Five centimetres] of [compost|mulch] [every spring|each autumn] [does more "
                "than feed|improves both clay and sand] [over time|]."
            ),
            (
                "[Repot|Move it to a bigger pot] only [in spring|if roots circle], [one size up|with "
                "fresh compost], and [keep it out of direct sun|water sparingly] for [a fortnight|two "
                "weeks]."
            ),
            (
                "[Here is a simple calendar|I've laid out the year]: [sow, plant, feed, rest|a job or "
                "two each month], [nothing that takes over an hour|starting with what's due now|with "
                "frost dates marked]."
            ),
        ),
    ),
)
