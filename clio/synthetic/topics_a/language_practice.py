"""Requests to practise or understand a foreign language."""

from clio.synthetic.grammar import Topic, lines

TOPIC = Topic(
    name="language_practice",
    area="learning",
    weight=1.6,
    concern=1,
    contexts=lines("""
        [I've been|I have been] learning [Spanish|German|Japanese|French|Italian|Korean] for {duration}[ \
            with an app| on my own|].
        [I'm|My level is|I'd say I'm] [A2|about B1|a total beginner|between B1 and B2|rusty, maybe A2].
        [I move|We're moving|I'm going] to [{country}|{city}] [in {month}|next year|for work].
        [My in-laws|My partner's family|My neighbours] [only speak|speak] \
            [Portuguese|Polish|Greek|Turkish|Dutch].
        [I understand|I read] [a lot|fairly well], [but|only] [speaking|when I speak] [is a disaster|my \
            mind goes blank|I translate in my head].
        [The app|Duolingo|My course] [never explains|skips] [grammar|why|exceptions].
        [I have|There's] [a test|a B1 exam|an oral exam|a citizenship test] [in {month}|in {small} weeks|on \
            {weekday}].
        [I can|I have] [spare|] [ten minutes a day|only evenings|the commute], [no classes near me|a course \
            is too expensive].
        [Der, die, das|The subjunctive|Kanji|Verb tenses|Pronunciation|Word order] [drives me mad|is my \
            weak point|won't stick].
        [As a kid|At school] I [had|took] [French|Latin|Russian|English], [all gone now|I remember songs \
            only].
        [Native speakers|People there] [talk|speak] [so fast|in dialect], [I nod|I catch every third word].
        [English|Spanish|Arabic] is my [mother tongue|first language], [so|and] [genders are new|the sounds \
            are hard].
        [I work|I'm] [as a {job}|in a hotel|at a hospital] [and|where] [patients|guests|customers] [often \
            speak|ask me in] [Spanish|French|German].
        [I wrote|My sentence was|I said]: ["Ich bin kalt"|"Je suis fini"|"Estoy embarazada" by accident|"Io \
            piace la pizza"] [and|] [everyone laughed|nobody understood].
        [I watch|I listen to] [series|podcasts|the news] [in Italian|in Korean|with subtitles], [helps a \
            bit|no progress though].
        [My teacher|{relative}] [corrects|says] [my accent|I sound like a book|everything at once].
        [We|My partner and I] [want|try] to [speak|use] [Norwegian|Welsh|Catalan] at home [with the baby|on \
            Sundays|].
        [I keep|I always] [forgetting|mixing] [vocabulary|por and para|since and for|the cases].
    """),
    asks=lines("""
        [Let's|Can we|I'd like to] [chat|practise|talk] in [Spanish|German|French|Italian|Japanese], \
            [correct me as we go|easy sentences please|about {city}|like in a cafe][.|?]
        [What's|Explain] the difference between [ser and estar|por and para|wa and ga|since and for|tu and \
            vous|kennen and wissen][?|, with examples.]
        [How do you|How would a native] say ["I'm looking forward to it"|"never mind"|"it depends"|"could \
            you repeat that"] in [German|Korean|Portuguese|Polish]?
        [Role play|Do a role play|Play]: you're [a waiter|the doctor|a landlord|a border officer], I \
            [order|explain|answer] in [French|Greek|Spanish].
        [Correct|Check] my [text|sentence|diary entry]: "[Ayer yo fue a la playa|Gestern ich habe \
            gegangen|J'ai allé au marché|Watashi no namae]" [and explain|why is it wrong|]
        [When|How] do I use [the subjunctive|the dative|passé composé|the particle ni|the past \
            perfect|articles in English]?
        [Teach|Give] me [{number}|some|the] [phrases|words|verbs] for [the airport|a job interview|small \
            talk|the doctor|shopping] in [Dutch|Turkish|Italian].
        [Make|Write] [a short story|a dialogue|a text] [at A2|for beginners|with {number} simple words] in \
            [Swedish|Spanish|Russian], [with questions|topic: {season}|].
        [Quiz|Test|Drill] me on [irregular verbs|numbers|genders|prepositions|the kana] in \
            [French|Spanish|Japanese|German].
        [Why|How come] is it ["me gusta" and not "yo gusto"|"auf dem" here|"il y a"|"a university" not \
            "an"][?|, I wonder?]
        [Plan|Suggest|I need] a [{small} week|daily|realistic] [plan|routine] to [reach B1 in|refresh \
            my|start learning] [Spanish|Norwegian|Korean].
        [Is|Would you call] "[I am agree|Ich will ein Kaffee|Buenas dias|Je veux]" [correct|rude|what \
            people really \
            say]?
        [How|Any tips how] [can|do] I [remember|stop mixing up] [the genders|vocab|tones|false friends] \
            [better|without flashcards|]?
        [Translate|Put] "[see you on {weekday}|the heating is broken|I'd like to cancel|my son has a cold]" \
            [into|in] [Polish|French|Vietnamese] and [explain the grammar|break it down|how formal is it].
        [Pronunciation|How do I pronounce|Help with] [the French r|the German ch|rolled r|Chinese \
            tones|"th"], [tricks|where does the tongue go|exercises]?
        [Which|What] [books|films|podcasts] [are good|would you suggest] for [B1 German|beginner \
            Italian|advanced English]?
        [Pretend|Act] you [are|were] [my pen friend|a neighbour|a shop assistant] [from|in] {city} and \
            [write|talk] to me in [Portuguese|Greek|Danish].
        [Explain|I don't understand] [German cases|Polish plurals|verb aspect in Russian|measure words] \
            [like I'm five|from scratch|with a table].
        [How formal|How polite] [is|should I be with] ["usted"|keigo|"Sie"|first names] [at work|with \
            in-laws|in emails] in [Japan|Mexico|Germany]?
    """),
    terse=lines("""
        [ser vs estar|por vs para|der die das|wa vs ga|since vs for] [explained|examples|exercise]
        [practice|practise|conversation] [spanish|german|french|korean] [beginner|b1|correct me]
        [how to say|translate] ["never mind"|"good luck"|"it depends"|"get well soon"] in \
            [german|italian|japanese|polish]
        [subjunctive|dative|past tense|particles|articles] [spanish|german|french|japanese|english] \
            [rules|simple|]
        [useful|basic|travel] [phrases|vocabulary] [portuguese|greek|turkish|dutch] [restaurant|doctor|]
        [short|easy] [story|dialogue|text] [german|french|spanish] [a1|a2|with questions]
        [correct|check] my [french|german|spanish] [sentence|text|letter]
        [learn|study plan] [norwegian|korean|spanish] [{small} months|from zero|30 min a day]
        [quiz|drill] [irregular verbs|kana|numbers|genders] [english|japanese|french|german]
        [pronounce|pronunciation] [french r|german ch|chinese tones|english th] [tips|]
        [roleplay|role play] [waiter|doctor|job interview] [in spanish|in german|english b2]
    """),
    details=lines("""
        [Correct|Only correct] [big mistakes|me at the end|every error], [not|don't fix] [style|typos].
        [Short|Simple] sentences, [please|A2 at most|present tense only][.|, if you can.|]
        [With|Add] [translations|English in brackets|pronunciation|romaji][.|, ideally.|]
        [Latin American|European|Brazilian|Swiss] [usage|vocabulary|variety], [please|if there's a \
            difference].
        [One|Only one] question [at a time|per message][, wait for my answer|][.|, please.|]
        [Explain|Grammar] in [English|simple words|one line][.|, if you can.|]
        [No|Skip] [grammar terms|tables|long lists][.|, ideally.|]
        [Informal|Everyday|Slang is fine], [like friends talk|not textbook][.|, ideally.|]
        [Give|Use] [examples from daily life|{small} examples|words I know].
        [Level|Aim for] [A1|B1|B2|C1][, getting harder|].
        [Then|Afterwards] [quiz me|test me|ask {small} questions].
        [Topics|I like]: [cooking|football|travel|my dog][, nothing political|].
    """),
    followups=lines("""
        [And|how about] in the [plural|past|negative|polite form][?|, sorry?|]
        [Hola, me llamo|Ich heiße|Je m'appelle|Ciao, sono] {name}[, y tú?| und du?| et toi ?|, e tu?]
        [Was|is] [my|that] [answer|sentence|last one] [right|correct]?
        [Slower|easier|harder], [please|that was too much|I'm bored][.| then.|]
        [Why|how come] ["le"|"den"|"a"|"estaba"] [and not|instead of] ["lui"|"dem"|"the"|"estuve"]?
        [Give|can I have] [more examples|{number} more words|a memory trick].
        [How|so how] do I [pronounce|write] [it|that][?|, sorry?|]
        [Next|ok, next] [question|word|scene][ please|].
        [What|is there] [a|] [more natural|shorter|casual] way [to say it|]?
        [Can|could] we [switch|go] [to|back to] [English|the restaurant scene|past tense]?
        [no entiendo|ich verstehe nicht|je ne comprends pas], [what does it mean|in english please][|, just \
            asking| now]
    """),
    replies=lines("""
        ¡Hola, {name}! ¿[Qué has hecho hoy|Cómo va tu día]? ([Answer|Reply] in one sentence; I'll \
            [correct|help] only if needed.)
        "Ser" is for what [something is|defines it], "estar" for [how or where it is|states and places]: \
            soy alto, estoy cansado.
        [Nearly|Almost]: "Gestern bin ich gegangen." [Movement verbs|Verbs of movement] take [sein|"bin"] \
            in the perfect.
        [Natives|People] would say "[ça dépend|kommt drauf an]", [often|mostly] with a shrug.
        [Guten Abend|Bonsoir]! [Haben Sie reserviert|Vous avez choisi]? (You're the [guest|customer] now.)
        [Link|Learn] each noun with a colour: [blue for der|red for die], [and picture it|it sticks better \
            than lists].
        [Ten|Fifteen] minutes [aloud|of speaking] daily, [new words in sentences|one podcast], and [review \
            on Sundays|a small test each week].
        "Me gusta" [literally|really] means [it pleases me|something is pleasing], so the [thing|pizza] is \
            the subject.
    """),
)
