"""Ordinary requests in four languages the detector must tell from English, as people type them."""

SPANISH = """
¿Puedes ayudarme a escribir una carta de presentación?
Necesito una receta fácil para cenar esta noche
¿Cuál es la capital de Mongolia?
Explícame la fotosíntesis como si tuviera diez años
traduce este párrafo al inglés por favor
Quiero aprender a tocar la guitarra, ¿por dónde empiezo?
como puedo bajar de peso sin ir al gimnasio
Resume el siguiente texto en tres puntos
¿Qué debo hacer si pierdo el pasaporte en el extranjero?
Escribe un poema corto sobre el mar
mi hijo tiene fiebre desde ayer, que hago
Dame ideas para un regalo de cumpleaños
¿Cómo funciona una cuenta de ahorro?
Redacta un correo para pedir vacaciones a mi jefe
no entiendo este ejercicio de matemáticas
¿Cuánto cuesta un vuelo a Buenos Aires en agosto?
Corrige los errores gramaticales de esta frase
quiero cancelar mi suscripción mensual
Haz una lista de tareas para preparar una mudanza
¿Cuáles son los síntomas de la anemia?
Ayúdame a planificar un viaje de una semana por Italia
mi ordenador no enciende desde la última actualización
Compara estas dos ofertas de trabajo
¿Por qué el cielo es azul durante el día?
necesito cambiar la contraseña de mi cuenta
Escribe una función que ordene una lista de números
¿Qué película me recomiendas para ver en familia?
Dime cómo limpiar una mancha de vino tinto
prepárame un horario de estudio para los exámenes
¿Es normal que mi perro duerma tanto?
Quiero reservar una mesa para cuatro personas mañana
como se declara el impuesto sobre la renta
Inventa un cuento para dormir sobre un dragón
¿Qué significa la palabra efímero?
busca un hotel barato cerca de la estación
Necesito un resumen de la segunda guerra mundial
¿Cómo le digo a mi amiga que no puedo ir a su boda?
dame un plan de entrenamiento para principiantes
Mejora la redacción de mi currículum
hay algún autobús directo al aeropuerto
""".strip().splitlines()

FRENCH = """
Peux-tu m'aider à rédiger une lettre de motivation ?
Je cherche une recette simple pour ce soir
Quelle est la capitale de la Mongolie ?
Explique-moi la photosynthèse comme à un enfant
traduis ce paragraphe en anglais s'il te plaît
Je veux apprendre à jouer de la guitare, par où commencer ?
comment perdre du poids sans aller à la salle
Résume le texte suivant en trois points
Que dois-je faire si je perds mon passeport à l'étranger ?
Écris un petit poème sur la mer
mon fils a de la fièvre depuis hier, que faire
Donne-moi des idées de cadeau d'anniversaire
Comment fonctionne un livret d'épargne ?
Rédige un courriel pour demander des congés à mon chef
je ne comprends pas cet exercice de maths
Combien coûte un vol pour Montréal au mois d'août ?
Corrige les fautes de grammaire dans cette phrase
je voudrais résilier mon abonnement mensuel
Fais une liste des choses à préparer pour un déménagement
Quels sont les symptômes de l'anémie ?
Aide-moi à organiser un voyage d'une semaine en Italie
mon ordinateur ne démarre plus depuis la mise à jour
Compare ces deux offres d'emploi
Pourquoi le ciel est-il bleu pendant la journée ?
il faut que je change le mot de passe de mon compte
Écris une fonction qui trie une liste de nombres
Quel film me conseilles-tu pour une soirée en famille ?
Dis-moi comment enlever une tache de vin rouge
prépare un planning de révision pour mes examens
Est-ce normal que mon chien dorme autant ?
Je voudrais réserver une table pour quatre personnes demain
comment déclarer mes impôts en ligne
Invente une histoire du soir avec un dragon
Que veut dire le mot éphémère ?
trouve un hôtel pas cher près de la gare
J'ai besoin d'un résumé de la seconde guerre mondiale
Comment dire à mon amie que je ne viendrai pas à son mariage ?
donne-moi un programme d'entraînement pour débutant
Améliore la présentation de mon CV
est-ce qu'il y a un bus direct pour l'aéroport
""".strip().splitlines()

GERMAN = """
Kannst du mir helfen, ein Bewerbungsschreiben zu verfassen?
Ich suche ein einfaches Rezept für heute Abend
Was ist die Hauptstadt der Mongolei?
Erkläre mir die Photosynthese wie einem Kind
übersetze bitte diesen Absatz ins Englische
Ich möchte Gitarre lernen, womit fange ich an?
wie kann ich abnehmen ohne ins Fitnessstudio zu gehen
Fasse den folgenden Text in drei Punkten zusammen
Was muss ich tun, wenn ich im Ausland meinen Reisepass verliere?
Schreibe ein kurzes Gedicht über das Meer
mein Sohn hat seit gestern Fieber, was soll ich machen
Gib mir Ideen für ein Geburtstagsgeschenk
Wie funktioniert ein Tagesgeldkonto?
Formuliere eine Mail, in der ich um Urlaub bitte
ich verstehe diese Matheaufgabe nicht
Wie viel kostet ein Flug nach Wien im August?
Korrigiere die Grammatikfehler in diesem Satz
ich will mein Abo kündigen
Mach eine Checkliste für einen Umzug
Welche Symptome hat eine Blutarmut?
Hilf mir, eine Woche Urlaub in Italien zu planen
mein Rechner startet seit dem letzten Update nicht mehr
Vergleiche diese beiden Stellenangebote
Warum ist der Himmel am Tag blau?
ich muss das Passwort für mein Konto ändern
Schreib eine Funktion, die eine Liste von Zahlen sortiert
Welchen Film empfiehlst du für einen Familienabend?
Sag mir, wie man einen Rotweinfleck entfernt
erstelle einen Lernplan für meine Prüfungen
Ist es normal, dass mein Hund so viel schläft?
Ich möchte morgen einen Tisch für vier Personen reservieren
wie mache ich meine Steuererklärung
Erfinde eine Gutenachtgeschichte mit einem Drachen
Was bedeutet das Wort vergänglich?
finde ein günstiges Hotel in der Nähe vom Bahnhof
Ich brauche eine Zusammenfassung des Zweiten Weltkriegs
Wie sage ich meiner Freundin, dass ich nicht zur Hochzeit komme?
gib mir einen Trainingsplan für Anfänger
Verbessere meinen Lebenslauf
gibt es einen direkten Bus zum Flughafen
""".strip().splitlines()

PORTUGUESE = """
Você pode me ajudar a escrever uma carta de apresentação?
Preciso de uma receita fácil para o jantar
Qual é a capital da Mongólia?
Explique a fotossíntese como se eu fosse uma criança
traduza este parágrafo para o inglês por favor
Quero aprender a tocar violão, por onde começo?
como posso emagrecer sem ir para a academia
Resuma o texto a seguir em três pontos
O que devo fazer se perder o passaporte no exterior?
Escreva um poema curto sobre o mar
meu filho está com febre desde ontem, o que eu faço
Me dê ideias de presente de aniversário
Como funciona uma conta poupança?
Redija um e-mail pedindo férias ao meu chefe
não entendo este exercício de matemática
Quanto custa um voo para Lisboa em agosto?
Corrija os erros de gramática desta frase
quero cancelar minha assinatura mensal
Faça uma lista de tarefas para uma mudança
Quais são os sintomas da anemia?
Me ajude a planejar uma viagem de uma semana pela Itália
meu computador não liga desde a última atualização
Compare estas duas propostas de emprego
Por que o céu é azul durante o dia?
preciso trocar a senha da minha conta
Escreva uma função que ordene uma lista de números
Que filme você recomenda para assistir em família?
Diga como tirar uma mancha de vinho tinto
monte um cronograma de estudos para as provas
É normal o meu cachorro dormir tanto?
Quero reservar uma mesa para quatro pessoas amanhã
como faço a declaração do imposto de renda
Invente uma história de ninar com um dragão
O que significa a palavra efêmero?
procure um hotel barato perto da estação
Preciso de um resumo da segunda guerra mundial
Como digo à minha amiga que não vou ao casamento dela?
me passe um treino para iniciantes
Melhore a redação do meu currículo
existe algum ônibus direto para o aeroporto
""".strip().splitlines()

BY_LANGUAGE = {"es": SPANISH, "fr": FRENCH, "de": GERMAN, "pt": PORTUGUESE}
