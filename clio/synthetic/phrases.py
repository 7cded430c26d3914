"""What people say around a request, by language: greetings, thanks, small talk, later turns, personal data."""

from clio.synthetic.grammar import lines

GREETINGS: dict[str, tuple[str, ...]] = {
    "en": lines("""
        [Hi|Hello|Hey|Hi there|Hello there|Good [morning|afternoon|evening]|Hiya|Dear assistant][,|!|.|]
        [Hi|Hey|Hello][,|!|.] hope [you're well|you are doing fine|this is the right place|you don't mind me asking].
        [Sorry to bother you|Sorry for the long message|Quick one|Small question|Not sure if you can do this][.|!|:]
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
        [Any help|Anything|Whatever you can do|A pointer] [would be great|is welcome|helps|would be appreciated].
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
        [Hello|Hi|Hi there|Good to see you][!|.] [What|How] can I [do for you|help you with|help with][ today|]?
        [Of course|Sure|Certainly|Happy to help], [what's on your mind|go ahead|what do you need|tell me more][?|.]
        [Hey|Hello]! [I'm here|Ready when you are|I'm doing well, thanks]. What [do you need|are you working on]?
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
        [Can|Could] you [make|keep] [it|that|this] [shorter|a bit shorter|simpler|less formal|more concrete][?|]
        [hmm|Hm|Not quite|Almost], [that's not what I meant|that isn't quite it|I meant something else][.|]
        [What|how] about [the last part|the second point|if I have less time|a cheaper way|an example][?|]
        [Why|how come|and why is that][?|, though?|, if I may ask?]
        [Explain|go over|say a bit more about] [the second one|that last bit|your first point][ please|.|]
        [another one|more options|give me two more|something else|try again][ please|.|, this isn't it]
        [wait|Sorry], I forgot to [say|mention|add] it's for [{relative}|{colleague}|a group of {small}|next {weekday}].
    """),
    "es": lines("""
        [vale|ok|perfecto|genial], [gracias|muchas gracias|eso me sirve|con eso me apaño][.|!|]
        [¿Puedes|¿Podrías] [hacerlo más corto|explicarlo mejor|darme un ejemplo|ponerlo más sencillo]?
        [¿Y eso por qué?|¿Y si tengo menos tiempo?|No es exactamente eso|otra opción por favor]
    """),
    "fr": lines("""
        [ok|d'accord|parfait|super], [merci|merci beaucoup|c'est bon pour moi|ça m'aide][.| !|]
        [Tu peux|Pouvez-vous] [faire plus court|donner un exemple|simplifier un peu|détailler le dernier point] ?
        [Et pourquoi ?|Ce n'est pas tout à fait ça|une autre idée ?|et si j'ai moins de temps ?]
    """),
    "de": lines("""
        [ok|super|perfekt|alles klar], [danke|vielen Dank|das hilft mir|das reicht mir][.|!|]
        [Kannst du|Könntest du] [das kürzer machen|ein Beispiel geben|das einfacher sagen|mehr dazu schreiben]?
        [Und warum?|Das meinte ich nicht ganz|noch ein Vorschlag bitte|und wenn ich weniger Zeit habe?]
    """),
    "pt": lines("""
        [ok|certo|perfeito|ótimo], [obrigado|obrigada|isso ajuda|era isso mesmo][.|!|]
        [Podes|Pode|Consegues] [encurtar|dar um exemplo|simplificar|explicar melhor o último ponto]?
        [E porquê?|Não era bem isso|outra opção por favor|e se eu tiver menos tempo?]
    """),
    "zh": ("[好的|明白了|可以],[谢谢|多谢|这样就行][。|!|]", "[能|可以][再短一点|举个例子|说得简单些|详细一点]吗?", "[为什么呢?|还有别的吗?|不太对]"),
}

REPLIES: dict[str, tuple[str, ...]] = {
    "en": lines("""
        [You're welcome|Glad that helped|My pleasure][!|.] [Good luck with it|Just ask if anything is unclear].
        [Sure|Of course|Here you go], [here is a revised version|I've adjusted it|this one is different][.|:]
        [Thanks for clarifying|Understood|That makes sense]. [I'd change one thing|Then the answer shifts a little].
        [In short|Put simply], [the main point stays the same|it depends on what matters most to you].
    """),
    "es": ("[De nada|Con gusto|Claro], [aquí tienes otra versión|dime si necesitas algo más|te lo explico mejor].",),
    "fr": ("[Avec plaisir|Bien sûr|Voici], [une autre version|je reste disponible|je précise ce point].",),
    "de": ("[Gern geschehen|Natürlich|Klar], [hier eine andere Fassung|melde dich bei Fragen|ich erkläre es genauer].",),
    "pt": ("[De nada|Claro|Com certeza], [aqui está outra versão|diga se precisar de mais|explico melhor].",),
    "zh": ("[不客气|好的|当然],[这是修改后的版本|有问题再问我|我再解释一下]。",),
}

PERSONAL: dict[str, tuple[str, ...]] = {
    "en": lines("""
        [My name is|I'm|This is|Name's] PERSON[, by the way|, in case that matters| btw|][.|]
        [You can|Please|just] [reach|mail|write to|email] me at EMAIL[ if anything is unclear| when it's done|][.|]
        [My number is|call me on|I'm on|Reach me on] PHONE[ after {hour}|, evenings only| if that helps|][.|]
        [The account|My IBAN|Bank details], [in case you need it|for reference|so you have it all]: IBAN[.|]
        [They|The site|somebody] [charged|debited|took {money} from] my card CARD[ twice| on {weekday}|][.|]
        [It should|must|Has to] be [signed|addressed to|from] PERSON[, EMAIL|, PHONE|][.|]
        [Contact|The person in charge|My contact there] is PERSON ([EMAIL|PHONE])[.|]
        [Put|Include|mention] my [details|contact info|data]: PERSON, [EMAIL|PHONE|EMAIL and PHONE][.|]
        [Refund goes to|Payment should go to|transfer it to] IBAN[ (PERSON)|, holder PERSON|][.|]
        [{relative}|{colleague}], PERSON, [has|already had|ran into] the same [thing|problem|question][.|]
        [I paid|It was paid|the deposit was paid] with [the card ending after|card|my visa] CARD[ in {month}|][.|]
        [Use|Sign it with|Keep] EMAIL [as the reply address|not my old one|for the contact line][.|]
    """),
    "es": ("[Me llamo|Soy|Mi nombre es] PERSON y mi [correo es EMAIL|teléfono es PHONE|IBAN es IBAN].",),
    "fr": ("[Je m'appelle|Je suis|Mon nom est] PERSON, mon [adresse est EMAIL|numéro est le PHONE|IBAN est IBAN].",),
    "de": ("[Ich heiße|Mein Name ist|Ich bin] PERSON, [meine Mail ist EMAIL|Telefon PHONE|meine IBAN ist IBAN].",),
    "pt": ("[Chamo-me|Sou|O meu nome é] PERSON, [o meu email é EMAIL|o telefone é PHONE|o IBAN é IBAN].",),
    "zh": ("[我叫|我是]PERSON,[邮箱是EMAIL|电话是PHONE|银行账号IBAN]。",),
}
