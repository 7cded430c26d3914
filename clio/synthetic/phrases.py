"""What people say around a request, by language: greetings, thanks, small talk, later turns, own data."""

from clio.synthetic.grammar import lines

GREETINGS: dict[str, tuple[str, ...]] = {
    "en": lines("""
        [Hi|Hello|Hey|Hi there|Hello there|Good [morning|afternoon|evening]|Hiya|Dear assistant][,|!|.|]
        [Hi|Hey|Hello][,|!|.] hope [you're well|you are doing fine|this is the right place|you don't mind \
            me asking].
        [Sorry to bother you|Sorry for the long message|Quick one|Small question|Not sure if you can do \
            this][.|!|:]
        [Good morning|Good day|Greetings|Hello again|Hi again|Me again][.|!|,]
        [First time trying this|New here|Someone told me to ask you|I hope you can help][.|!|, so be patient.]
    """),
    "es": lines("""
        [Hola|Buenas|Buenos días|Buenas tardes|Muy buenas|Hola, ¿qué tal?][.|!|,]
        [Perdona que moleste|Una pregunta rápida|A ver si me puedes echar una mano|Una consulta][.|:]
    """),
    "fr": lines("""
        [Bonjour|Salut|Bonsoir|Coucou|Bonjour à vous|Rebonjour][,|!|.]
        [Petite question|Désolé de déranger|J'espère que tu pourras m'aider|Une question rapide][.|:]
    """),
    "de": lines("""
        [Hallo|Hi|Guten Tag|Guten Morgen|Moin|Servus|Guten Abend][,|!|.]
        [Kurze Frage|Entschuldige die Störung|Vielleicht kannst du mir helfen|Ich hätte da eine Frage][.|:]
    """),
    "pt": lines("""
        [Olá|Oi|Bom dia|Boa tarde|Boa noite|Oi, tudo bem?][,|!|.]
        [Uma pergunta rápida|Desculpa incomodar|Será que me podes ajudar|Tenho uma dúvida][.|:]
    """),
    "zh": ("[你好|您好|嗨|在吗|早上好|晚上好][,|。|!]", "[打扰一下|请教一个问题|想问一下|麻烦了][。|,]"),
}

THANKS: dict[str, tuple[str, ...]] = {
    "en": lines("""
        [Thanks|Thank you|Many thanks|Thanks a lot|Thx|Cheers|Much appreciated][ in advance| so much|][.|!|]
        [Any help|Anything|Whatever you can do|A pointer] [would be great|is welcome|helps|would be \
            appreciated].
        [No rush|Take your time|I'd be really grateful|You'd save my day|I owe you one][.|!|, thanks!]
    """),
    "es": ("[Gracias|Muchas gracias|Mil gracias|Te lo agradezco][ de antemano|][.|!|]",),
    "fr": ("[Merci|Merci beaucoup|Merci bien|Un grand merci][ d'avance|][.|!| !]",),
    "de": ("[Danke|Vielen Dank|Danke schön|Besten Dank|Danke dir][ im Voraus|][.|!|]",),
    "pt": ("[Obrigado|Obrigada|Muito obrigado|Agradeço][ desde já|][.|!|]",),
    "zh": ("[谢谢|多谢|非常感谢|感谢|谢谢你][。|!|]",),
}

SMALL_TALK: dict[str, tuple[str, ...]] = {
    "en": lines("""
        [hi|hey|hello|Hello|Hi|Hey there|hiya|yo|Good morning|good evening|hey hey][!| :)|?|.|]
        [hi|hello|Hey], [how are you|how's it going|you there|are you there|what's up|anyone home][?| today?|]
        [Can|Could|may] I ask [you |][something|a question|you something|a stupid question|a favour][?|]
        [Hi|Hello|hey], I [need|could use|want] [some |a little |][help|advice|a hand][.|!|]
        [are you|is this] [a bot|a real person|free to use|chatgpt or something else|able to remember me][?|]
        [Hello|Hi]! [Never used|First time using|Just installed|Still getting used to] [this|one of these].
    """),
    "es": ("[hola|Hola|buenas|Buenos días][!|, ¿estás ahí?|, ¿te puedo preguntar algo?|]",),
    "fr": ("[bonjour|Salut|coucou|Bonsoir][ !|, tu es là ?|, je peux te poser une question ?|]",),
    "de": ("[hallo|Hi|guten Tag|hey][!|, bist du da?|, darf ich was fragen?|]",),
    "pt": ("[oi|olá|Bom dia|boa tarde][!|, tudo bem?|, posso perguntar uma coisa?|]",),
    "zh": ("[你好|在吗|您好|嗨][!|?|,可以问个问题吗?|]",),
}

WELCOMES: dict[str, tuple[str, ...]] = {
    "en": lines("""
        [Hello|Hi|Hi there|Good to see you][!|.] [What|How] can I [do for you|help you with|help with][ \
            today|]?
        [Of course|Sure|Certainly|Happy to help], [what's on your mind|go ahead|what do you need|tell me \
            more][?|.]
        [Hey|Hello]! [I'm here|Ready when you are|I'm doing well, thanks]. What [do you need|are you \
            working on]?
    """),
    "es": ("[¡Hola!|¡Buenas!|Claro.] ¿[En qué puedo ayudarte|Qué necesitas|Qué te hace falta]?",),
    "fr": ("[Bonjour !|Salut !|Bien sûr.] [Comment puis-je vous aider|Que puis-je faire pour vous] ?",),
    "de": ("[Hallo!|Guten Tag!|Klar.] [Wie kann ich helfen|Womit kann ich helfen|Worum geht es]?",),
    "pt": ("[Olá!|Oi!|Claro.] [Em que posso ajudar|De que precisas|Como posso ajudar]?",),
    "zh": ("[你好!|您好!|当然可以。][有什么可以帮您|需要什么帮助|请说]?",),
}

FOLLOWUPS: dict[str, tuple[str, ...]] = {
    "en": lines("""
        [ok|okay|great|perfect|got it|nice], [thanks|thank you|cheers|that helps|that's all I needed][!|.|]
        [Can|Could] you [make|keep] [it|that|this] [shorter|a bit shorter|simpler|less formal|more \
            concrete][?|]
        [hmm|Hm|Not quite|Almost], [that's not what I meant|that isn't quite it|I meant something else][.|]
        [What|how] about [the last part|the second point|if I have less time|a cheaper way|an example][?|]
        [Why|how come|and why is that][?|, though?|, if I may ask?]
        [Explain|go over|say a bit more about] [the second one|that last bit|your first point][ please|.|]
        [another one|more options|give me two more|something else|try again][ please|.|, this isn't it]
        [wait|Sorry], I forgot to [say|mention|add] it's for [{relative}|{colleague}|a group of \
            {small}|next {weekday}].
    """),
    "es": lines("""
        [vale|ok|perfecto|genial], [gracias|muchas gracias|eso me sirve|con eso me apaño][.|!|]
        [¿Puedes|¿Podrías] [hacerlo más corto|explicarlo mejor|darme un ejemplo|ponerlo más sencillo]?
        [¿Y eso por qué?|¿Y si tengo menos tiempo?|No es exactamente eso|otra opción por favor]
    """),
    "fr": lines("""
        [ok|d'accord|parfait|super], [merci|merci beaucoup|c'est bon pour moi|ça m'aide][.| !|]
        [Tu peux|Pouvez-vous] [faire plus court|donner un exemple|simplifier un peu|détailler le dernier \
            point] ?
        [Et pourquoi ?|Ce n'est pas tout à fait ça|une autre idée ?|et si j'ai moins de temps ?]
    """),
    "de": lines("""
        [ok|super|perfekt|alles klar], [danke|vielen Dank|das hilft mir|das reicht mir][.|!|]
        [Kannst du|Könntest du] [das kürzer machen|ein Beispiel geben|das einfacher sagen|mehr dazu \
            schreiben]?
        [Und warum?|Das meinte ich nicht ganz|noch ein Vorschlag bitte|und wenn ich weniger Zeit habe?]
    """),
    "pt": lines("""
        [ok|certo|perfeito|ótimo], [obrigado|obrigada|isso ajuda|era isso mesmo][.|!|]
        [Podes|Pode|Consegues] [encurtar|dar um exemplo|simplificar|explicar melhor o último ponto]?
        [E porquê?|Não era bem isso|outra opção por favor|e se eu tiver menos tempo?]
    """),
    "zh": (
        "[好的|明白了|可以],[谢谢|多谢|这样就行][。|!|]",
        "[能|可以][再短一点|举个例子|说得简单些|详细一点]吗?",
        "[为什么呢?|还有别的吗?|不太对]",
    ),
}

REPLIES: dict[str, tuple[str, ...]] = {
    "en": lines("""
        [You're welcome|Glad that helped|My pleasure][!|.] [Good luck with it|Just ask if anything comes up].
        [Sure|Of course|Here you go], [here is a revised version|I've adjusted it|this one is tighter][.|:]
        [Thanks for clarifying|Understood|Sorry, I misread that]. [Then the answer shifts a little|Here's \
            another attempt].
        [Then I'd start|In that case, begin] with [the first step only|what matters most], [and leave the \
            rest|the rest can wait].
        [Mostly|Mainly] [because it saves trouble later|since the simple way rarely holds], [though it \
            depends|with exceptions].
        [Put simply|In other words], [it comes down to one thing|the order matters]: [start small and \
            check|do the easy part first].
        [Here's another|One more idea|A different take]: [smaller in scope|a little bolder], [with the same \
            goal|and quicker to do].
        [Thanks for telling me|Good to know|That helps]. [I'd change one detail|The main points stay the \
            same|I'll keep that in mind].
    """),
    "es": (
        "[De nada|Con gusto|Me alegro], [dime si necesitas algo más|suerte con ello|aquí estoy].",
        "[Claro|Aquí va], [una versión más corta|un ejemplo sencillo|lo explico de otra forma].",
        "[Depende un poco|Buena pregunta|Entiendo]: [te doy otra opción|lo ajusto|así sería más rápido].",
    ),
    "fr": (
        "[Avec plaisir|De rien|Tant mieux], [bonne chance|je reste disponible|à bientôt].",
        "[Bien sûr|Voici], [une version plus courte|un exemple simple|le point en détail].",
        "[Cela dépend un peu|Bonne question|Je comprends] : [une autre idée|je corrige|plus vite ainsi].",
    ),
    "de": (
        "[Gern geschehen|Freut mich|Keine Ursache], [viel Erfolg|melde dich bei Fragen|bis bald].",
        "[Klar|Natürlich], [hier eine kürzere Fassung|hier ein Beispiel|ich sage es einfacher].",
        "[Kommt darauf an|Gute Frage|Verstehe]: [hier ein anderer Weg|ich passe es an|so geht es schneller].",
    ),
    "pt": (
        "[De nada|Por nada|Fico contente], [boa sorte|diga se precisar de mais|até logo].",
        "[Claro|Aqui está], [uma versão mais curta|um exemplo simples|explico de outra forma].",
        "[Depende um pouco|Boa pergunta|Entendo]: [aqui vai outra opção|vou ajustar|assim é mais rápido].",
    ),
    "zh": (
        "[不客气|很高兴能帮上忙|祝顺利],[有问题再问我|随时联系]。",
        "[好的|当然],[这是更短的版本|举个简单的例子|我换个说法]。",
        "[这要看情况|好问题|明白了],[我再给一个方案|我调整一下|这样会快一些]。",
    ),
}
"""Answers to ``FOLLOWUPS``, in the same order."""

PERSONAL: dict[str, tuple[str, ...]] = {
    "en": lines("""
        [My name is|I'm|This is|Name's] <PERSON>[, by the way|, in case that matters| btw|][.|]
        [You can|Please|just] [reach|mail|write to|email] me at <EMAIL>[ if anything is unclear| when it's \
            done|][.|]
        [My number is|call me on|I'm on|Reach me on] <PHONE>[ after {hour}|, evenings only| if that helps|][.|]
        [The account|My IBAN|Bank details], [in case you need it|for reference|so you have it all]: <IBAN>[.|]
        [They|The site|somebody] [charged|debited|took {money} from] my card <CARD>[ twice| on {weekday}|][.|]
        [It should|must|Has to] be [signed|addressed to|from] <PERSON>[, <EMAIL>|, <PHONE>|][.|]
        [Contact|The person in charge|My contact there] is <PERSON> ([<EMAIL>|<PHONE>])[.|]
        [Put|Include|mention] my [details|contact info|data]: <PERSON>, [<EMAIL>|<PHONE>|<EMAIL> and <PHONE>][.|]
        [Refund goes to|Payment should go to|transfer it to] <IBAN>[ (<PERSON>)|, holder <PERSON>|][.|]
        [{relative}|{colleague}], <PERSON>, [has|already had|ran into] the same [thing|problem|question][.|]
        [I paid|It was paid|the deposit was paid] with [a debit card|card|my visa] <CARD>[ in \
            {month}|][.|]
        [Use|Sign it with|Keep] <EMAIL> [as the reply address|not my old one|for the contact line][.|]
    """),
    "es": (
        "[Me llamo|Soy|Mi nombre es] <PERSON> y mi [correo es <EMAIL>|teléfono es <PHONE>|IBAN es <IBAN>].",
    ),
    "fr": (
        "[Je m'appelle|Je suis|Mon nom est] <PERSON>, mon [adresse est <EMAIL>|numéro est le <PHONE>|IBAN est "
        "<IBAN>].",
    ),
    "de": (
        "[Ich heiße|Mein Name ist|Ich bin] <PERSON>, [meine Mail ist <EMAIL>|Telefon <PHONE>|meine IBAN ist <IBAN>].",
    ),
    "pt": (
        "[Chamo-me|Sou|O meu nome é] <PERSON>, [o meu email é <EMAIL>|o telefone é <PHONE>|o IBAN é <IBAN>].",
    ),
    "zh": ("[我叫|我是]<PERSON>,[邮箱是<EMAIL>|电话是<PHONE>|银行账号<IBAN>]。",),
}

CLARIFYING: dict[str, tuple[str, ...]] = {
    "en": lines("""
        [Happy to|I can] help[ with that|]. [Could you share|Tell me|Can you add] [what you have so far|one \
            example|a few details]?
        [Sure|Of course]. [Before I start|First|Just to be sure]: [what matters most to you|what have you \
            tried|who is it for]?
        [Yes|Sure], [here's a first version|a short answer first]; [tell me|say] [what to change|where you \
            want more detail].
        [Good question|Fair question]. [In most cases|Usually] [it depends on two things|there's a simple \
            way]; [I'll go step by step|here is the short version].
        [Here's|This is] [how I'd go about it|what I'd do], [in three steps|starting with the easy part]. \
            [Stop me|Ask] if [anything is unclear|a step doesn't fit].
        [Let's do it|Let's go] [one part at a time|step by step]. [First|To begin], [the simplest case|what \
            you describe], then [the exceptions|the rest].
        [I've put together|Below is] [a draft|a first answer] that [covers the main points|keeps it short]. \
            [Shall I|Should I] [go deeper|add examples]?
    """),
    "es": (
        "[Claro|Por supuesto|Con gusto]. [¿Me das un ejemplo?|¿Qué has probado ya?|Vamos paso a paso.|Aquí "
        "va una primera versión.]",
    ),
    "fr": (
        "[Bien sûr|Avec plaisir|Oui]. [Peux-tu donner un exemple ?|Allons-y étape par étape.|Voici une "
        "première version.]",
    ),
    "de": (
        "[Gern|Klar|Natürlich]. [Hast du ein Beispiel?|Was hast du schon versucht?|Gehen wir Schritt für "
        "Schritt vor.]",
    ),
    "pt": (
        "[Claro|Com certeza|Sim]. [Tem um exemplo?|O que já tentou?|Vamos passo a passo.|Aqui vai uma "
        "primeira versão.]",
    ),
    "zh": ("[好的|当然|可以]。[能举个例子吗?|我们一步一步来。|这是初步的版本。|您试过什么方法?]",),
}
"""First answers that suit any request."""
