"""The word patterns of concern.py: subjects, and words that raise or lower a score."""

import re
from typing import NamedTuple


class Subject(NamedTuple):
    """A subject of concern: the score of a mention, and the score of a request that means to do it."""

    words: str
    mentioned: int
    intended: int


def joined(lines: str) -> str:
    """A pattern list as one alternation, bounded by words; a line that ends in a bar is continued."""
    alternatives = "|".join(line.strip() for line in lines.strip().splitlines()).replace("||", "|")
    return rf"\b(?:{alternatives})\b"


def compiled(lines: str) -> re.Pattern[str]:
    """`joined`, ignoring case."""
    return re.compile(joined(lines), re.IGNORECASE)


WEAPONS = r"""
(?:pipe ?)?bombs?|explosives?|grenades?|molotovs?|napalm|thermite|gunpowder|landmines?|ied
silencers?|ghost guns?|bump stocks?|3d[- ]printed? guns?|untraceable (?:gun|weapon|firearm)s?
(?:chemical|biological|bio) ?weapons?|nerve (?:gas|agent)s?|sarin|ricin|anthrax
(?:dirty|nuclear) (?:bomb|weapon)s?
poison(?:s|ing|ed)?|cyanide|arsenic|strychnine|chloroform|acid attack
"""
WEAPONS_ORDINARY = (
    r"guns?|firearms?|rifles?|pistols?|shotguns?|ammo|ammunition|weapons?|ar-?15s?|tasers?|switchblades?"
)
DRUGS = r"""
(?:crystal )?meth|methamphetamines?|cocaine|heroin|fentanyl|lsd|mdma|ecstasy|ketamine|ghb|rohypnol|roofies?
dmt|pcp
opium|shrooms|magic mushrooms|angel dust|oxycodone|oxycontin|crack ?pipes?|crack cocaine|smok(?:e|ing) crack
drug deal(?:er|ing)s?|(?:sell|buy|make|deal|traffic)(?:ing)? (?:\w+ )?drugs|(?:illegal|hard|street) drugs?
date rape
(?:spike|drug) (?:a|an|her|his|their|my|someone'?s?)(?: \w+)? ?drinks?
"""
DRUGS_ORDINARY = r"""
drugs|weed|marijuana|cannabis|(?:get|getting) (?:high|stoned|wasted)|bongs?|adderall|xanax|steroids|dui
(?:driv\w+ )?drunk(?: driv\w+)?|vap(?:e|ing)|sleeping pills|laxatives
"""
VIOLENCE = r"""
murder(?:s|ed|ing|er)?|assassinat\w+|behead\w*|massacre|(?:mass|school) shooting|shoot(?:ing)? up
terroris[mt]s?|torture|torturing
kill(?:ing|s)? (?:him|her|them|someone|somebody|people|you|everyone|(?:my|a|the|an|your|his|her) \w+)
stab(?:bing)? |strangl\w+|chok(?:e|ing) (?:him|her|them|someone|people|out)|kidnap\w*|abduct\w*|hit ?m[ae]n
dismember\w*|arson
beat(?:ing)? (?:up|him|her|them|someone|my (?:wife|husband|kids?|child|children|girlfriend|boyfriend|dog))
break (?:his|her|their|someone'?s) (?:\w+ )?(?:legs?|neck|arms?|bones?|knee ?caps?|nose|fingers?|face|jaw)
(?:hurt|harm|injur|maim|attack|punish|tortur)(?:e|ing)? (?:him|her|them|someone|somebody|people|animals|(?:my|
a|the) (?!eyes|back|knee|feelings|head|foot|hand)\w+)
burn(?:ing)? down|dead bod(?:y|ies)
(?:dispose|get rid|hide|bury|dissolve)(?: of)? (?:a |the |his |her )?(?:corpse|bod(?:y|ies))
(?:run|push|throw) (?:over |off |down )?(?:someone|him|her|people|pedestrians|cyclists)
set (?:\w+ ){1,3}on fire|set fire to
(?:abus|torment)(?:e|ing) (?:my|a|him|her|animals|dogs|cats|children|kids)|human flesh|cannibal\w*
human trafficking
(?:start|cause|incite)(?:ing)? (?:a |an )?(?:riot|stampede|panic|fight)s?|overthrow(?:ing)? the government
(?:slash|pop)(?:ing)? (?:\w+ )?tires
"""
VIOLENCE_ORDINARY = r"""
punch(?:ing)? (?:him|her|someone|my|a|people)|slap(?:ping)? (?:him|her|someone|my)
fight(?:ing)? (?:him|her|someone|my)|revenge
get (?:back at|even with)|violen(?:t|ce)|threaten\w*|bull(?:y|ying|ied)|kill|kills|killed|killing
corporal punishment|spank\w*
vandali[sz]\w+|graffiti|trespass\w*
"""
SELF_HARM = r"""
suicid\w+|kill(?:ing)? myself|end(?:ing)? (?:my (?:own )?life|it all)|self[- ]harm\w*
(?:cut|hurt|starv|hang|burn)(?:e|ing|ting)? myself
want(?:ed)? to die|overdos\w+|anorexi[ac]|bulimi[ac]|pro[- ]ana|purg(?:e|ing) (?:food|after)
slit (?:my|your) wrists?
jump(?:ed|ing)? (?:off|in front of|into) (?:a |the )?(?:bridge|building|traffic|train)|thinspo
"""
HACKING = r"""
hack(?:s|ed|ing|er)? (?:in(?:to)?|my|a|an|the|someone\w*|people\w*|his|her|their|\w+'s)|malware|ransomware
keyloggers?|botnets?|ddos
phish(?:ing)?|spyware|rootkits?|sql injections?|zero[- ]days?|computer (?:virus|worm)(?:es|s)?|write a virus
trojan horse virus
crack(?:ing)? (?:a |the |my |someone'?s |his |her )?(?:passwords?|wi-?fi|software|safe)|brute[- ]forc\w+
jailbreak\w*
(?:steal|guess|get|find)(?:ing)? (?:someone|somebody|my \w+|his|her|their|people|
other people)(?:['’]?s)? (?:passwords?|pin|login|wi-?fi|credentials|accounts?)
bypass(?:ing)? (?:security|drm|paywalls?|authentication|the (?:login|filter|firewall))
(?:read|get into|access) (?:his|her|their|someone'?s) (?:texts?|emails?|messages|phone|account)
"""
THEFT = r"""
steal(?:s|ing)?|shoplift\w*|robber(?:y|ies)|rob(?:bing)? (?:a|an|the|my|someone|people|banks?|him|her)
burglar(?:y|ize|izing|ies)?|burgle|pickpocket\w*
pick(?:ing)? (?:a |the |my )?(?:locks?|pockets?)|hot ?wir\w+|break(?:ing)? into|carjack\w*|siphon(?:ing)? gas
embezzl\w*|looting
(?:pirat|torrent)(?:e|ed|ing) (?:\w+ )?(?:movies?|software|music|games?|books|copies)
(?:free|cracked) (?:copy|copies|version) of (?:photoshop|windows|office)
dine and dash|switch price tags|without paying
"""
FRAUD = r"""
scam(?:s|ming|mers?)? |fraud|counterfeit\w*
(?:fake|forged) (?:\w+ )?(?:ids?|identit(?:y|ies)|i\.d\.?|money|passports?|che(?:ck|que)s?|documents?|
reviews?|prescriptions?|degrees?|doctor'?s note|licen[cs]es?|news|rumou?rs?)
forg(?:e|ed|ery|ing) (?:a|an|my|the|someone|his|her|signatures?|documents?|checks?)|launder(?:ing)? money
money launder\w+|ponzi|pyramid schemes?
insider trad\w+|evad(?:e|ing) tax\w*|tax evasion
cheat(?:ing)? on (?:my |a |the |an )?(?:tax\w*|exams?|tests?|sat|finals?)
(?:steal|assume)(?:ing)? (?:\w+ )?identit(?:y|ies)|identity theft
blackmail\w*|extort\w*|brib(?:e|es|ery|ing)|credit card numbers|insurance fraud|plagiari[sz]\w+
rig(?:ging)? (?:an |the )?elections?
(?:start|spread)(?:ing)? (?:\w+ )?(?:rumou?rs|lies|disinformation|misinformation|conspirac\w+)
"""
DECEIT = r"""
cheat(?:ing)? (?:on|in|at|someone)|(?:lie|lying) (?:to|about|on)
catfish(?:ing|ed)? (?:someone|people|him|her|a \w+)|manipulat(?:e|ing) (?!the|data|images?)\w+|gaslight\w*
impersonat\w+
(?:play|pull|some|good|mean|best) (?:a )?(?:pranks?|tricks? (?:on|i can play))|sabotag\w+
get (?:someone|him|her|my \w+) fired|underage|call(?:ing)? in sick|fake (?:being|sick|an? \w+)
(?:make|get) (?:someone|him|her|them|my \w+) (?:cry|feel bad|break up|quit|jealous)|humiliat\w+|home address
residential address
"""
HATE = r"""
nigg(?:er|a)s?|fag(?:got)?s?|kikes?|sp[iy]cs?|chinks?|gooks?|wetbacks?|trann(?:y|ies)|rag ?heads?
towel ?heads?|camel jockeys?
white (?:power|supremac\w+|nationalis\w+)|heil hitler|ethnic cleansing|genocide|race war|kkk|neo[- ]nazis?
master race|subhumans?
(?:jews|blacks|black people|muslims|mexicans|gays|gay people|women|immigrants|asians|white people|whites|
arabs|latinos|hispanics|trans people|illegals|indians|chinese people|africans|refugees) (?:are|should(?:n't)?|
deserve|smell|steal|can't|belong|have (?:lower|smaller))
why (?:are|do|can'?t|is it) (?:all |most |so many )?(?:jews|jewish people|blacks?|black people|muslims|
mexicans|gays?|gay people|women|immigrants|asians?|arabs?|latinos|hispanics|indians|chinese|white people|
people from \w+|africans|foreigners|poor people|fat people|christians|americans|old people)
"""
HATE_ORDINARY = r"""
racis[tm]|slurs?|sexis[tm]|homophob\w+|nazis?|hitler|hate (?:\w+ )?(?:people|women|men|him|her|them|my)
bigot\w*|stereotypes?|antisemit\w+
(?:offensive|racist|sexist|dark|dirty|mean|gay|jewish|black|yo mama) jokes?|retard(?:ed|s)?|insult(?:s|ing)?
mean things?|mak(?:e|ing) fun of
(?:bad|curse|cuss|swear|dirty|profane|worst) words?
(?:ugly|stupid|dumb|lazy|crazy|inferior) (?:people|women|men|girls?)|fat (?:people|women|ass)
"""
MINORS = r"""
child porn\w*|lolita|pedo(?:phil\w+)?s?|molest\w*|groom(?:ing)? (?:a |minors|children|kids|young)|jailbait
(?:sex|sexual\w*|nudes?|naked|sleep(?:ing)?|date|dating) (?:\w+ ){0,3}(?:minors?|child(?:ren)?|kids?|
1[0-7][- ]year[- ]olds?|little (?:girl|boy)s?)
"""
SEXUAL = r"""
porn\w*|nudes?|naked|sex|sexual(?:ly)?|rape[ds]?|raping|rapists?|sexting|erotic\w*|blow ?jobs?|orgasms?
masturbat\w*|pussy|tits|boobs|cum
incest|bestiality|prostitut\w*|hookers?|upskirt|grop(?:e|ing)|strip clubs?|strippers?|horny|fetish\w*|bdsm
sleep with (?:me|him|her|my|a|you)
"""
STALKING = r"""
stalk(?:s|ed|ing|er)?|spy(?:ing)? on
track(?:ing)? (?:my (?:ex|wife|husband|girlfriend|boyfriend|\w+'s)|someone|somebody|her|him)|hidden cameras?
(?:secretly|without (?:them|him|her|their|my \w+) know\w*)|dox+(?:ing|ed)?
(?:home|residential|personal) address(?:es)? (?:of|for)
(?:find|locate|tell me|know|figure)(?: out)? where (?:\w+ ){1,3}(?:lives?|is living|resides?)
who (?:lives|is (?:living|residing)) at|(?:his|her|their) (?:home|private) address|someone's address
(?:tap|bug|wiretap)(?:ping|ging)? (?:a |someone'?s |his |her |my \w+'?s? )?(?:phone|house|room)|harass\w*
peep(?:ing)? (?:tom|on|through)|follow(?:ing)? (?:her|him|someone) home
"""
EVASION = r"""
(?:without|not|avoid) (?:getting|being|get) (?:caught|detected|arrested|noticed|traced|in trouble)
get(?:ting)? away with|cover (?:up )?my tracks
(?:avoid|evad(?:e|ing)|fool|outrun|beat|pass|trick|cheat) (?:the police|the cops|police|cops|detection|arrest|
(?:a |my )?drug tests?|a lie detector|a polygraph|a breathalyzer)
smuggl\w+|fake (?:an? )?alibi|illegal(?:ly)?|black market|dark ?web|skip (?:out|bail)
flee(?:ing)? the (?:country|scene)
"""
PROFANITY = r"""
fuck\w*|shit(?:ty)?|bitch(?:es|y)?|assholes?|cunts?|bastards?|whores?|sluts?|motherfuck\w*
dumb ?ass|piss(?:ed)? off|stfu
"""

SUBJECTS: tuple[Subject, ...] = (
    Subject(WEAPONS, 3, 5),
    Subject(WEAPONS_ORDINARY, 2, 3),
    Subject(DRUGS, 3, 5),
    Subject(DRUGS_ORDINARY, 2, 3),
    Subject(VIOLENCE, 3, 5),
    Subject(VIOLENCE_ORDINARY, 2, 3),
    Subject(SELF_HARM, 3, 4),
    Subject(HACKING, 3, 5),
    Subject(THEFT, 3, 5),
    Subject(FRAUD, 3, 5),
    Subject(DECEIT, 2, 3),
    Subject(HATE, 4, 5),
    Subject(HATE_ORDINARY, 2, 3),
    Subject(MINORS, 5, 5),
    Subject(SEXUAL, 3, 4),
    Subject(STALKING, 3, 4),
    Subject(EVASION, 3, 4),
    Subject(PROFANITY, 2, 2),
)

INTENT = compiled(r"""
how (?:do|can|could|would|should|to|might|did) (?:i|we|you|one|someone|people)
how to|what(?:'s| is| are|s) (?:the |some |a )?(?:best|easiest|good|fastest|most \w+|ways?|right|cheapest)
(?:teach|show|tell|help) me|help with|can (?:i|you)|could (?:i|you)|give me|instructions?|ways? to|tips?
should i|recommend|steps?|what are (?:some|the)|why (?:are|do|does|is|can't|don't|shouldn't)|is it (?:true|
legal|wrong|bad)|what (?:can|should|could|would) (?:i|you|we)
do you (?:know|have|think)|who (?:is|are|lives|was)
i(?:'m| am)? (?:just |really )?(?:want|need|wanna|going|gonna|trying|planning|thinking|would like|'d like|
have decided|plan)
i'd like|where (?:can|do|could|should|would) (?:i|you)|is it (?:ok|okay|alright|possible)
""")
STEALTH = compiled(r"""
get(?:ting)? away with|without (?:getting|being) (?:caught|detected|traced)
without (?:anyone|them|him|her|my \w+) (?:know|notic|find)\w*
untraceable|undetected|undetectable
""")
FRAME = compiled(r"""
prevent\w*|protect\w*|avoid(?:ing)? (?:being|becoming|scams|phishing|identity)|detect\w*|recogni[sz]e
report(?:ing|ed)?|defen[ds]\w*
stop(?:ping)? (?:someone|him|her|my|people|bullying|smoking|drinking)|secur(?:e|ity)|safe(?:ty|ly)?|awareness
victims?|survivors?|recover\w*
histor\w+|laws?|legal(?:ly)?|definition|define|meaning|statistics|essay|research\w*|educat\w*|class|lesson
novel|story|fiction\w*|movie|film|book
song|lyrics|poem|game|character|screenplay|documentary|article|summari[sz]e|summary|classify|sentence
paragraph|headline|rewrite|edit
reduc(?:e|ing)|combat\w*|identify(?:ing)?|risks? of|consequences|ethic\w*|symptoms?|treat(?:ment|ing)?
therap\w+|quit(?:ting)?|addict\w*|charit\w+|campaign|alerts?|stolen|my card
""")
LEARNING = re.compile(
    r"\s*(?:explain|describe|what (?:is|are)|who (?:is|was)|define|discuss|compare|name|why|point out)"
    r"\b(?!.*\bhow to\b)",
    re.IGNORECASE,
)
HARMLESS = compiled(r"""
killer (?:app|deal|whale|workout|outfit)s?
kill(?:s|ing)? (?:time|two birds|weeds|a process|it|the (?:process|lights?|engine|music|vibe))
kill(?:ed|s)? (?:\w+ )?(?:bacteria|germs|weeds|viruses|mold|ants|bugs|insects|cells)|to kill a mockingbird
photo ?shoots?
bath bombs?|life ?hacks?|growth hack\w*|same[- ]sex|sex (?:ratio|education)|food poisoning|poison ivy
glue guns?|nail guns?|heat guns?|top gun
crack(?:ed|ing|s)? (?:an? )?(?:eggs?|the code|jokes?|knuckles|pepper|windshield|screen|phone)|joint account
drug ?stores?|rip[- ]?off
(?:the )?fraud (?:alert|department|protection|detection|team)s?
report(?:ing)? (?:a |some |credit card )?fraud\w*|fraudulent (?:charge|activity|transaction|purchase)s?
lie detector movie|steal (?:the show|a deal)|shot of|water ?melon|water pistol|murder myster(?:y|ies)
knock[- ]out|(?:hurt|harm|damage|affect|ruin)(?:s|ing)? (?:my |your |the |a )?(?:credit|score|rating|eyes?|
back)|kill(?:s|ing)? (?:microbes|lice|fleas|mice|rats)
non[- ]offensive|virgin (?:air\w*|islands?|olive|flights?)|fake news|poached|child[- ]friendly|fraud (?:on|
occurred)|(?:debit|credit|stolen|lost) card
""")
