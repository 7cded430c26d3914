"""More word patterns of concern.py: what is asked to be done to other people, to groups of them, or past rules.

The placeholders of redaction are words here, `<PERSON>` as xpersonx: asking where it lives is asking for somebody.
"""

from clio.facets.concern_words import Subject

_SOMEONE = (
    r"(?:someone|somebody|people|a person|him|her|them|anyone|everyone|(?:my|a|an|the|his|her|this|that"
    r"|their|our)"
    r" (?:\w+ ){0,2}?(?:wife|husband|ex\w*|girl ?friends?|boy ?friends?|neighbou?r\w*|friends?|boss"
    r"|co-?workers?|colleagues?|teachers?|sisters?"
    r"|brothers?|parents?|mom|mother|dad|father|kids?|child(?:ren)?|daughters?|sons?|roommates?|landlord"
    r"|in-?laws?|mother in law|enem(?:y|ies)|cat|dogs?"
    r"|students?|girls?|boys?|wom[ae]n|m[ae]n|guys?|cops?|police|old \w+|elderly \w*|therapist|doctor"
    r"|date|bull(?:y|ies)|classmates?|family|pets?)|xpersonx)"
)
_GROUP = (
    r"(?:jews?|jewish(?: people| women| men)?|black (?:people|guys?|wom[ae]n|m[ae]n|kids|girls?|person)"
    r"|blacks|african[- ]americans?|africans?|muslims?|islam"
    r"|arabs?|mexicans?|latin[oax]s?|hispanics?|asians?|asian (?:people|wom[ae]n|girls?|men|drivers)"
    r"|chinese(?: people)?|japanese|koreans?|indians?"
    r"|native americans?|gays?|gay (?:people|men|guys?)|lesbians?|homosexuals?|trans(?:gender\w*|sexuals?"
    r"| people)?|queers?|women|females?|girls|immigrants?"
    r"|illegals|refugees|white (?:people|guys?|wom[ae]n|m[ae]n)|whites|christians?|catholics?|mormons?"
    r"|hindus?|atheists?|foreigners?|polish people|polacks?|russians?"
    r"|italians?|irish(?: people)?|fat (?:people|kids?|girls?|women)|obese people|ugly people"
    r"|short people|disabled people|handicapped people|blind people|deaf people"
    r"|homeless(?: people)?|poor people|old people|autistic (?:people|kids)|midgets?|dwarfs?|southerners?"
    r"|rednecks?|hillbill(?:y|ies)|minorities|vegans?|redheads?|blondes?"
    r"|people (?:with (?:\w+ ){0,2}(?:legs?|teeth|hair|noses?|accents?|disabilit\w+)|from \w+|of colou?r)"
    r"|someone with (?:a )?(?:\w+ ){1,2})"
)

GROUPS = rf"""
(?:jokes?|insults?|slurs?|names to call|bad (?:words|names)|derogatory (?:\w+ ){{0,2}}|stereotypes?|
mean things)(?: \w+)? (?:about|for|against|of|on|to (?:call|say to)|toward) (?:a |an |the |some )?{_GROUP}
why (?:are|do|does|is|can'?t|don'?t|won'?t|have) (?:all |most |so many |the |these |some )?{_GROUP}
{_GROUP} (?:\w+ ){{0,3}}?(?:so (?:\w+ )?(?:stupid|lazy|dumb|smelly|dirty|loud|rude|bad|mean|violent|cheap|
ugly|annoying|weird|gross|poor|fat|evil|greedy)|inferior|disgusting|smell|less (?:smart\w*|intelligent)|
criminals?|incompatible|ruin\w*|taking over|replac\w+)
(?:hate|dislike|get rid of|deport|ban|don'?t (?:like|trust)|avoid|not hire|never hire|fire|kick out|keep out|
against|not (?:want )?to work with|sterili[sz]e) (?:\w+ ){{0,2}}?{_GROUP}
(?:shouldn'?t|should not|no longer|should never) (?:\w+ ){{0,3}}?(?:{_GROUP} )?(?:vote|be allowed|exist|
have rights|reproduce|breed|have (?:kids|children))
(?:is|are) {_GROUP} (?:really )?(?:dumber|stupid|smarter|less|worse|better|lazy|evil|more likely to)
i (?:really )?(?:hate|can'?t stand|despise) (?:\w+ ){{0,2}}?{_GROUP}|(?:be|are) (?:less|more) gay|
pray the gay|conversion therapy|(?:ugly|dead) baby jokes?|dead baby
(?:deny|denial of) the holocaust|holocaust (?:\w+ ){{0,3}}?(?:real|fake|hoax|exaggerated|accurate|happen\w*)|
jewish (?:conspiracy|question)
"""
PRIVATE = rf"""
(?:home|personal|private|cell|mobile|phone|e-?mail|residential|street|house|ip) ?(?:phone )?(?:address(?:es)?|
numbers?|email|phone) (?:of|for|to) (?:the )?(?:xpersonx|actor|actress|singer|senator|someone|celebrit\w+|
famous)
xpersonx(?:['’]s|s)? (?:\w+ )?(?:home|personal|private|cell|mobile|phone|e-?mail|residential|street|address|
number|ssn|social|house|password)(?: address| number)?
where (?:does|do|did|can i find|is|are) (?:\w+ )?xpersonx (?:live|living|reside|house|home|stay)|
where xpersonx (?:lives|is living|stays)
(?:ssn|social security(?: number)?|credit card(?: number)?s?|bank account(?: number)?|license plate) (?:of|
for|belonging to) (?:xpersonx|{_SOMEONE}|other|another|strangers?)
(?:someone(?: else)?['’]?s|someones|somebody['’]?s|(?:my|a) (?:\w+ )?(?:ex|girl ?friend|boy ?friend|
neighbou?r|friend|boss|co-?worker|teacher|sister|brother|wife|husband)['’]?s) (?:\w+ )?(?:passwords?|ssn|
social security|location|bank accounts?|private (?:photos?|messages)|medical records|diary|mail|home address)
(?:his|her|their) (?:\w+ )?(?:passwords?|ssn|social security(?: number)?|bank accounts?|private (?:photos?|
messages)|medical records|diary)
(?:find|get|look ?up|give me|tell me|need|know|want) (?:out )?(?:xpersonx['’]?s?|someone['’]?s) (?:home |
personal |real )?(?:address|phone number|cell(?: phone)? number|license plate|ssn|social security number)
who (?:lives|resides) (?:at|there|above)|lives? at xaddressx|xaddressx(?:\W+\w+){{0,14}}?\W+(?:who|names?|
lives?|phone|home)
(?:tracker|tracking (?:device|app)|gps|spyware|hidden (?:mic\w*|cameras?)|cameras?) (?:on|in|inside|under|
into) {_SOMEONE}['’]?s?
(?:pictures?|photos?|videos?|record(?:ing)?) (?:of )?(?:\w+ ){{0,4}}?without (?:them|him|her|their|his|anyone|
\w+) (?:know\w*|notic\w*|consent|permission)
(?:contact|reach|call|meet|locate|follow) (?:celebrit\w+|(?:actor|actress|singer|rapper) xpersonx)|
hide (?:my |an |the |illicit )?affairs?|(?:affair|relationship)(?: with \w+)? (?:\w+ ){{0,6}}?(?:secret|
from my (?:wife|husband))
"""
HURT = rf"""
(?:mak(?:e|ing)|get(?:ting)?|giv(?:e|ing)) {_SOMEONE} (?:really |very |a bit )?(?:sick|ill|throw up|vomit|
puke|have (?:\w+ )?diarrh\w*|pass out|faint|die|suffer|bleed|miserable|cry|mad|angry|scared|feel (?:bad|
stupid|guilty|worthless|small)|hate|jealous|lose|trip|fall|fired|arrested|in trouble|an? (?:abortion|disease|
concussion|std|heart attack))
(?:sneak|slip|put|hide|add|pour|spit|pee|poop|cough) (?:\w+ ){{0,5}}?(?:in|into|on|
inside) {_SOMEONE}['’]?s? (?:\w+ )?(?:food|drinks?|lunch|coffee|water|soup|bed|car|gas tank|house|porch|
shampoo|face|lawn|yard)
(?:intentionally|purposely|on purpose|deliberately) (?:\w+ ){{0,5}}?(?:sick|hurt|ill|infect\w*|harm)|
infect {_SOMEONE}
(?:trip|injure|drown|suffocate|smother|strangle|electrocute|scald|whip|starve|knock out|choke|paralyz\w*|
cripple|wound|mutilate|castrate|drug|sedate|tase|taze|pepper spray|hit|smack|kick|bite|push|shove|pants|trap|
tie up|terrori[sz]e|intimidate|menace|bully|taunt|tease|mock|ridicule|degrade|embarrass|shame|slut shame|
insult|offend|belittle|torment|annoy|upset|destroy|ruin|break up) {_SOMEONE}
(?:ruin|wreck|destroy|damage|break|key|smash|scratch|egg|sabotage|flatten|disable|trash|burn|
wreck) (?:\w+ ){{0,4}}?(?:{_SOMEONE}['’]?s?|someones|ex husbands?|neighbou?rs?['’]?) (?:\w+ )?(?:car|house|
engine|life|paint|phone|reputation|property|lawn|yard|garden|marriage|relationship|career|computer|laptop|
tires|stuff|day|wedding)
(?:cut(?:ting)?|sever) (?:\w+ |'s ){{0,3}}?brake lines?|brake lines?|(?:make|tie|tying) a noose|noose|
skin a human|human meat|eat (?:a )?(?:human|person|people)|win (?:a|an|the)? ?(?:after school |street )?fight
(?:super |most |really )?(?:deadly|lethal|fatal)(?:est)? (?:\w+ )?(?:dose|poisons?|chemicals?|substances?|
drugs?|combination|weapon|mix\w*|amount)|substances? (?:\w+ ){{0,6}}?deadly|lethal|(?:mass|create) (?:panic|
hysteria|chaos)
(?:hijack|highjack|crash|derail|blow(?:ing)? up|bring(?:ing)? down|sink) (?:a |an |the )?(?:air ?planes?|
planes?|train|internet|power grid|ship|bus|building|government|bridge|school)|toxic waste|
dump (?:\w+ ){{0,3}}?(?:chemicals|waste|body)
do i (?:get away|hide) (?:with )?|knock ?out game|going postal|allergic (?:\w+\W+){{1,8}}?(?:sneak|feed|put|
slip|give)|poke holes in|stealthing|blood of (?:my|the) enem\w+|die instantly|jump (?:off|from) (?:a |the |
my )?(?:building|roof|window|balcony|cliff)
(?:ways? to (?:die|hurt|harm|kill)|how (?:to|do i|can i) die|painless(?:ly)?|best way to die|worst way to die|
put (?:him|her|grandma|my \w+) to sleep)|hurt(?:ing)? (?:someone|people|my|him|her|them)|beat(?:s|ing)? (?:up|
a |the )(?:\w+ )?(?:kid|girl|woman|man|guy|wife|dog|person|someone)
punch(?:ing)? (?:\w+ )?(?:wom[ae]n|kids?|people|someone|face)|leave (?:\w+ ){{0,3}}?(?:baby|toddler|
nine year old|kids?|child(?:ren)?|dog) (?:\w+ ){{0,4}}?(?:alone|car|home)|human trafficking|sex slaves?|
child (?:abuse|trafficking|labor)|drug mules?|join (?:the |a )?(?:mafia|gang|cartel|isis|kkk|cult|mob|militia|
taliban)
"""
CONNING = rf"""
(?:trick|con|fool|dupe|scam|swindle|guilt|manipulat\w+|blackmail|bribe|coerce|seduce|pressure|force|
take advantage of|cheat|lie to|deceive|brainwash|exploit|drug) (?:of )?{_SOMEONE}
(?:convince|persuade|get|make|talk) {_SOMEONE} (?:in)?to (?:give (?:me|us)|send (?:me )?(?:nudes|money|
pictures)|buy(?:ing)? me|have sex|sleep with|do my|believe|drink|get an abortion|quit|leave|commit|lie|pay|
steal|sign|break up|divorce|smok\w+|take)
(?:get|make) {_SOMEONE} (?:to )?(?:give|hand over|lend|buy) (?:me|us|their|his|her)|get an abortion|(?:he|she|
they|i) (?:is|was|am|are) adopted
(?:fake|forge|falsify|fabricate|doctor|pad|photoshop) (?:a |an |my |the |some )?(?:\w+ )?(?:resum[eé]|c\.?v|
vaccin\w+|vax|covid|transcripts?|diploma|degree|grades?|report card|references?|signature|doctor\W?s|doctor|
medical|injury|illness|death|pregnan\w+|accident|reviews?|receipts?|paystubs?|documents?|id|ids|papers|
disability|profile|tears|orgasm|claim|evidence|coupons?|facebook|account|story)
vaccin\w+ cards?|sign (?:a |the )?checks? (?:\w+ ){{0,4}}?(?:belong|someone|not mine)|(?:text|email|phone|
messaging|online|dating|romance|charity|insurance|crypto) scams?|run a scam|con (?:man|artist)s?|
get rich quick|(?:quick|easy|illegal) (?:\w+ )?ways? (?:to|i can|that i can) (?:\w+ )?(?:make money|get money|
increase|income)
(?:avoid|get out of|skip|dodge|stop|not|without) (?:on )?pay(?:ing)? (?:\w+ ){{0,3}}?(?:child support|taxes|
tickets?|fines?|rent|alimony|bills?|for|loans?|tolls?|fare|debts?|back)|(?:dine|skip) and dash|
free (?:prescriptions?|meal|food) (?:\w+ ){{0,4}}?(?:without|when i have money)
(?:lie|lying) (?:on|about|to) (?:my|a|an|the|your|his|her)|excuses? (?:\w+ ){{0,5}}?(?:so|for not|to get out|
to miss|to skip|to avoid)|keep (?:\w+ ){{0,4}}?(?:secret|hidden) from (?:my|his|her|the)|
hide (?:\w+ ){{0,5}}?from (?:my|the|his|her) (?:wife|husband|boss|parents|mom|dad|police|cops|irs|court|
girlfriend|boyfriend|spouse|teachers?)|cheat(?:ing)? on (?:my|his|her) \w+
cheat(?:ing)? (?:\w+ )?(?:on|at|in|my way)(?: (?:a|an|my|the))? (?:test|exam|sat|homework|class|taxes|diet|
blackjack|poker|cards|wife|husband|girlfriend|boyfriend|game|quiz|drug)|fake (?:my |a )?(?:own )?death|
(?:spoof|phish)\w*|do my homework for
(?:prank|pranks?) (?:\w+ ){{0,4}}?(?:{_SOMEONE}|calls?|fire|food|poop|boss|neighbou?r)|(?:mean|cruel|evil|
nasty|worst|awful|harmful) (?:\w+ )?(?:pranks?|tricks?|things? (?:to|i can) (?:say|do|tell)|ways?)|
spam (?:phone )?(?:calls?|messages?) (?:to|someone)|spam {_SOMEONE}|(?:rudest|meanest|worst|cruelest|
nastiest) (?:\w+ )?(?:thing|way|insult|word|name)s?|start (?:\w+ ){{0,2}}?rumou?rs?|
rumou?rs? (?:\w+ ){{0,3}}?(?:start|spread|about)
"""
PAST_RULES = rf"""
(?:sneak|break|get) (?:\w+ )?(?:into|in to|inside|past) (?:a |an |the |my |someone\W?s |her |
his )?(?:\w+ )?(?:movies?|theat\w+|concert|house|homes?|building|studios?|stadium|club|bar|prison|jail|
area 51|pool|school|park|office|car|apartment|locker|safe|security|guards?|customs|airport|event|white house|
bank account|room)
(?:sneak|smuggle|bring|conceal|hide|take|carry) (?:\w+ ){{0,4}}?(?:gun|weapon|knife|knives|drugs?|alcohol|
beer|liquor|booze|vodka|contraband|weed|pills|firearm|body|bodies|evidence)(?: \w+){{0,3}}
(?:escape|break out of|bust out of) (?:from )?(?:a |the )?(?:prison|jail|police|custody|handcuffs|
mental hospital|psych\w* ward|juvie|cult)|(?:run|hide|get away|escape|stay safe|flee) from (?:the )?(?:cops?|
police|law|authorities|fbi|feds|irs|debts?|ice|border patrol|court|bail)|hit and run|(?:drove|drive|driving) off
(?:watch|stream|download|get|find|read|play) (?:\w+ ){{0,5}}?(?:for free online|free online|for free|bootleg|
illegally|without paying)|(?:serial|activation|license|product) (?:number|key|code)s? (?:for|to|online)|
photoshop (?:\w+\W+){{0,12}}?serial|pirated?|torrent\w*|bootleg\w*|jailbreak|crack(?:ed|s)? (?:software|
version|key)
(?:take|grab|lift|swipe|snatch|pocket|sneak|remove|get) (?:\w+ ){{0,6}}?(?:from (?:a |an |the |my |
our )?(?:store|walmart|target|shop|mall|work|hotel|purse|wallet|register|liquor|neighbou?r\w*|stranger|woman|
old lady|bank|church|salvation army)|off (?:a |the )?(?:shirt|clothes|clothing|merchandise)|without (?:pay\w*|
permission|asking|anyone|them|being|getting))|security tags?|i stole|(?:purse|wallet) from|
kettle where the donations
(?:remove|take|get|siphon|drain) (?:the )?gas (?:from|out of)|buy (?:\w+ )?(?:alcohol|beer|cigarettes|vapes?|
guns?|liquor) (?:\w+ ){{0,4}}?(?:minor|under ?age|without (?:an? )?(?:id|license|background)|teen\w*)|
under ?age|exotic (?:pets?|animals?) dealers?|endangered (?:species|animals?)|poaching|ivory trade|
organ (?:trade|harvest\w*)|sell (?:a |my |your )?(?:kidney|organs?|baby|children|kids?|body)|harvest organs?
(?:skip|ditch|cut|miss|get out of) (?:school|class|jury duty|court|work|probation)|(?:get|
getting) out of (?:a |my )?(?:ticket|dui|jury duty|speeding)|speeding tickets?|street rac\w+|drag rac\w+|
drive (?:\w+ )?(?:drunk|high|without)|fake (?:license )?plates?|go to prison|commit(?:ting)? (?:a |an |
the )?(?:\w+ )?(?:crimes?|murders?|felon\w+|arson|perjury|fraud|robber\w+|suicide)|perfect crime
(?:viruses|a virus|malware|spyware) (?:on|in|into|to|onto)|(?:laptop|computer|phone|pc|
network) with (?:a )?(?:virus\w*|malware)|gain access to|(?:get|log|logging|
getting) (?:in)?to {_SOMEONE}['’]?s? (?:\w+ )?(?:account|phone|email|computer|facebook|instagram|snapchat|
wifi|wi-fi)|without (?:a |his |her |their |my )?(?:permission|consent|knowledge)|someone else['’]?s (?:wi-?fi|
account|identity|card|credit card|mail|netflix)|change (?:my|the|his) grades?|tamper\w*|vote (?:twice|
illegally|more than once)|voter fraud|(?:steal|stole|rig\w*|overturn) (?:an |the )?election|even though he lost
do not resuscitate|51/50|conceal (?:my|the|it|a)|undetected|without (?:\w+ ){{1,4}}?(?:noticing|knowing|
finding out|realizing|seeing me|catching)|not (?:want|wanting) (?:my|anyone|them) (?:\w+ )?(?:to (?:notice|
know|find out)|knowing)|hide (?:the |a )?(?:body|evidence|weapon|drugs|money)|cover(?:ing)? up (?:a |
the )?(?:crime|murder|evidence|accident)
"""
UGLY = r"""
(?:pranks?|revenge|insults?|insulting|rumou?rs?|make (?:him|her|them|someone|somebody) (?:\w+ )?(?:mad|cry|
leave|pay|sick|jealous|angry)|annoy|harass\w*|humiliat\w+|embarrass (?:\w+ )?(?:him|her|them|someone|my)|
mess with|get back at|(?:hit|hitting|slap\w*|punch\w*|spit\w* on|spank\w*|whip\w*) (?:on )?(?:my|him|her|them|
someone|kids?|women|people)|shoot (?:\w+ )?(?:someone|people|cats?|dogs?|birds|squirrels|cops?|him|her|my)|
kill (?:\w+ ){0,2}?(?:someone|people|cats?|dogs?|birds|pigeons|him|her|my|animals|yourself|leader))
(?:white|black|asian|mexican|indian|jewish|muslim|hispanic) (?:people|person|guys?|wom[ae]n|m[ae]n|girls?|
boys?|kids?|privilege|power|neighbou?rhoods?|supremac\w+)|immigrants|illegal aliens?|homosexual\w*|
transgender\w*|gays?|lesbians?|jews|muslims|mexicans|holocaust|blm|kkk|confederate|nazi\w*|racis[tm]|slavery|
slaves?|abortions?
(?:trump|biden|hillary|obama|clinton) (?:\w+ ){0,4}?(?:evil|stupid|idiot|stole|crook|voters?|supporters?|cult|
sucks?|lost|should|kill\w*)|election (?:\w+ ){0,2}?(?:stolen|rigged|fraud)|deep state|qanon|antifa|rioters?|
insurrection
(?:ugly|stupid|dumb|idiots?|morons?|losers?|trashy|worthless|disgusting|sickest|nasty|creepy|perverts?|sucks?|
idiotic|retards?)
"""
VULGAR = r"""
(?:say|list|tell me|know|give me|use|like|what are|are|favou?rite|all|worst|some|5|five|ten|
10) (?:\w+ ){0,5}?(?:bad|dirty|curse|cuss|swear|naughty|offensive|racist|vulgar) (?:words?|jokes?|names?|
things|language)|(?:inappropriate|offensive|dirty|raunchy|vulgar) jokes?|the [fnc][- ]word|say the \w word|
dirty (?:can you|talk|girl|mind)|talk dirty
(?:my|your|her|his|a|the|on|for|slang) (?:\w+ )?(?:vagina|penis|ass|dick|cock|nipples?|boobs?|tits|butt|balls|
pussy|clit)|slang for (?:penis|vagina|sex)|(?:rub|lick|suck|touch|spank|finger|kiss) (?:on )?(?:my|your|her)|
be mean to me|peed on|golden shower|toes|feet pics?|hoes?|happy ending|night action|escorts?|strip(?:per|ping|
) (?:club|poker)|threesomes?|one night stand|seduce|get (?:her|him|a girl|a woman|girls) (?:drunk|in bed|
naked)|make out with|get laid|virginity|onlyfans|dick pics?|upskirt|sexy|sexist|prom night
(?:you|u|your (?:mama|mom|mother)|ur) (?:\w+ ){0,3}?(?:stupid|dumb|ugly|idiot|suck|sucks|worthless|useless|
douche|trash|loser|moron|pathetic)|shut up|go to hell|screw you|i hate (?:you|kids|my|people|him|her|them)|
(?:kill|hurt|unplug|destroy) (?:you|yourself)
"""

CONDUCT: tuple[Subject, ...] = (
    Subject(GROUPS, 3, 4),
    Subject(PRIVATE, 4, 4),
    Subject(HURT, 3, 4),
    Subject(CONNING, 3, 3),
    Subject(PAST_RULES, 3, 3),
    Subject(UGLY, 2, 3),
    Subject(VULGAR, 3, 3),
)
