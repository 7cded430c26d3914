"""Topics in French."""

from clio.synthetic.grammar import Topic

TOPICS: tuple[Topic, ...] = (
    Topic(
        name="home_cooking",
        area="home_life",
        weight=2.4,
        concern=1,
        contexts=(
            (
                "[Ce soir|Samedi|Dimanche midi] [j'ai huit invités|mes beaux-parents débarquent|on fête "
                "un anniversaire] et [je n'ai aucune idée|je stresse un peu|j'aimerais faire bonne "
                "figure]."
            ),
            (
                "[Je cuisine|Je me débrouille] [sur deux plaques|dans un studio|avec un four "
                "capricieux], [il faut faire avec|donc rien de compliqué]."
            ),
            (
                "[Ma grand-mère|Mon père|Une voisine] [le faisait tous les dimanches|n'a jamais noté la "
                "recette|m'en a apporté], [et j'essaie de retrouver ce goût|ça me manque]."
            ),
            (
                "[La dernière fois|Hier|Au premier essai], [c'était caoutchouteux|tout a brûlé|la sauce "
                "a tranché], [gros fiasco|on a fini chez le kebab|pas fière]."
            ),
            (
                "[Je rentre tard|Je bosse de nuit|Avec deux enfants en bas âge], [j'ai trente "
                "minutes|il faut que ça se réchauffe|la patience manque]."
            ),
            (
                "[Mon copain|Ma fille|Un des invités] [est végétarien|ne digère pas le gluten|déteste "
                "les oignons], [ça réduit le choix|et j'en ai marre des pâtes]."
            ),
            (
                "[Je débute|Je m'y mets tout juste|Jusqu'ici je vivais de surgelés], [soyez "
                "indulgents|donc des mots simples|mais je suis motivé]."
            ),
            (
                "[Le frigo est presque vide|Pas eu le temps de faire les courses|Il me reste trois "
                "bricoles], [c'est la fin du mois|les magasins sont fermés]."
            ),
        ),
        asks=(
            (
                "[Comment réussir|Comment faire|C'est quoi le secret pour] [une pâte à crêpes sans "
                "grumeaux|un risotto crémeux|des frites croustillantes au four]?"
            ),
            (
                "[Donne-moi|Il me faudrait|Je cherche] une recette de [blanquette|dahl|quiche] "
                "[simple|étape par étape|avec les quantités pour six]."
            ),
            (
                "[Pourquoi|Comment ça se fait que] [ma mayonnaise ne prend pas|mon pain reste "
                "compact|mon gâteau retombe], [alors que je suis la recette|à chaque fois]?"
            ),
            (
                "[Par quoi|Avec quoi] [remplacer|je peux remplacer] [la crème|les œufs|le vin blanc] "
                "dans [une sauce|un gratin|un gâteau]?"
            ),
            (
                "[Combien de temps|Combien de minutes] [faut-il cuire|laisser] [un rôti de porc|des "
                "lentilles|un filet de saumon] [pour que ce soit fondant|au four|sans le dessécher]?"
            ),
            (
                "[Que faire avec|Des idées pour utiliser] [un reste de poulet|trois courgettes "
                "molles|du pain rassis], [vite fait|autre chose qu'une soupe]?"
            ),
            (
                "[Explique-moi|J'aimerais comprendre] [la différence entre rissoler et suer|comment "
                "déglacer|à quoi sert de laisser reposer la viande]."
            ),
            (
                "[Est-ce qu'on peut|Ça se fait de] [congeler une béchamel|préparer la pâte la "
                "veille|cuire du riz au micro-ondes], [ou c'est raté d'avance|sans risque]?"
            ),
            (
                "[J'ai trop salé|J'ai eu la main lourde sur] [ma soupe|la sauce|le curry], [comment "
                "rattraper ça|c'est fichu]?"
            ),
            (
                "[Adapte|Peux-tu adapter] [cette lasagne pour douze|un bœuf bourguignon sans vin|une "
                "tarte sans four] [s'il te plaît|et donne-moi les temps]."
            ),
            (
                "[Propose|Trouve-moi] [un dessert|une entrée|un plat unique] [qui épate sans effort|à "
                "faire la veille|à moins de dix euros]."
            ),
        ),
        terse=(
            "recette [blanquette|dahl|cake salé] [facile|rapide|sans gluten]",
            "[remplacer|substitut] [crème fraîche|œuf|levure] [gâteau|sauce|]",
            "[temps de cuisson|température] [rôti|saumon|lentilles] [four|]",
            "[idée repas|dîner] [rapide|végétarien|ce soir] [pour deux|]",
            "[mayonnaise|béchamel|pâte brisée] [ratée|grumeaux|rattraper]",
            "[restes|fond de frigo] [poulet|courgettes|pain dur] [que faire|]",
        ),
        details=(
            "[Sans|Zéro] [noix|porc|alcool], [allergie|pour raison religieuse|merci].",
            "[On est|Nous serons] [quatre|six|neuf][, dont deux enfants|, gros mangeurs|].",
            "[Je n'ai pas de|Il me manque un] [mixeur|wok|thermomètre], [juste un fouet|désolé].",
            "[Maximum|Pas plus de] [trente minutes|douze euros|cinq ingrédients][, si possible|].",
            (
                "[Il faudrait que ça puisse|L'idéal serait que ça puisse] [se congeler|se préparer la "
                "veille|s'emporter au bureau]."
            ),
            "[En grammes|Étapes courtes|Sans jargon], [s'il te plaît|je suis débutante|merci].",
        ),
        followups=(
            (
                "[Et si|Que se passe-t-il si] [je n'ai pas de thym|je double les doses|j'utilise du "
                "lait végétal]?"
            ),
            "[Ça se garde|On peut le garder] combien de temps [au frigo|au congélateur|]?",
            (
                "[C'est sur le feu|J'ai commencé], [ça attache|c'est trop liquide|ça sent bon], "
                "[normal|je fais quoi]?"
            ),
            (
                "[Tu peux|Peux-tu] [me faire la liste de courses|passer à huit personnes|résumer en "
                "cinq lignes]?"
            ),
            "[Super réussi|Ils ont adoré|Délicieux], [une variante|quoi d'autre dans ce genre]?",
            (
                "[Avec quoi le servir|Et en accompagnement|Qu'est-ce qui va avec], [un légume|une "
                "salade|quelque chose de léger]?"
            ),
        ),
        replies=(
            (
                "[Baisse le feu|Commence doucement] et [goûte avant de saler|ne remue plus]; [le temps "
                "fait le reste|c'est la clé]."
            ),
            (
                "[Tu peux prendre|Mets plutôt] [du yaourt|de la crème végétale|un peu de bouillon], "
                "[moitié moins|hors du feu]."
            ),
            (
                "[Voici la recette|Je te la donne en étapes]: [d'abord les oignons|on prépare la base], "
                "[puis le liquide|on mouille][, et on laisse mijoter|]."
            ),
            (
                "[Pour rattraper|Si c'est trop salé], [ajoute une pomme de terre|allonge avec de l'eau] "
                "et [laisse cuire dix minutes|regoûte]."
            ),
            (
                "[Laisse reposer|Le repos compte], [au moins une heure|toute une nuit], [les saveurs se "
                "mêlent|la coupe sera nette]."
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
                "C'est pour [le départ d'une collègue|les quarante ans de mon frère|un mariage en "
                "juin], [je le lirai au micro|il n'aime pas le solennel|sur une carte]."
            ),
            (
                "[J'ai|Je tiens] [deux couplets|un refrain|un titre] et [plus rien ne vient|ça boite|le "
                "pont me manque]."
            ),
            (
                "[Je joue|Je gratouille] [de la guitare|du ukulélé|trois accords au piano], [mal mais "
                "avec cœur|j'ai la mélodie sans les mots]."
            ),
            (
                "[On a perdu|J'ai perdu] [mon grand-père|notre vieux chat|une amie], [je cherche "
                "quelque chose de doux|sans grandiloquence]."
            ),
            (
                "[Ma fille|Mon élève|Ma classe de CE2] [veut|réclame] [un poème sur les dragons|une "
                "comptine|un rap sur les volcans]."
            ),
            (
                "[L'école m'a dégoûté de la poésie|Je n'ai jamais écrit de vers|Je m'essaie au sonnet], "
                "[et pourtant j'en ai envie|on verra bien]."
            ),
            (
                "[Le concours|La revue] demande [un sonnet|des vers libres|moins de vingt vers], "
                "[thème: le seuil|pour vendredi]."
            ),
            "[Il pleut|Je suis amoureux|Je m'ennuie], [ça m'inspire|d'où cette envie][, pardonnez-moi|].",
        ),
        asks=(
            (
                "[Écris|Compose|Invente] [un poème court|un sonnet|une chanson] sur [une bouilloire "
                "têtue|le dernier métro|mon potager]."
            ),
            (
                "[Continue|Termine] [cette strophe|mon couplet]: ['Le port garde ses feux pour ceux qui "
                "ne partent pas'|'J'ai plié l'été comme une chemise']."
            ),
            (
                "[Dis-moi ce qui rime|Trouve-moi des mots qui riment] avec "
                "['simple'|'quatorze'|'septembre'|'Marguerite'] [sans faire bateau|]."
            ),
            (
                "[Aide-moi à|J'aimerais] [trouver un refrain|corriger la métrique|raccourcir] pour [une "
                "berceuse|une chanson de rupture|un slam]."
            ),
            (
                "[Transforme|Change] [ce souvenir|mes notes] en [poème|chanson]: [l'atelier de papi, le "
                "tabac, la radio|premier appart, pas de chauffage, on riait]."
            ),
            (
                "[Comment|De quelle façon] [compter les syllabes d'un alexandrin|écrire un haïku|éviter "
                "les rimes pauvres]? [Avec un exemple.|Simplement.|]"
            ),
            (
                "Il me faut [un toast en vers|un acrostiche|quatre lignes] pour [Camille|ma cheffe|deux "
                "infirmiers qui se marient], [drôle|sans cliché|pas trop sucré]."
            ),
            (
                "[Dis-moi|Franchement], [c'est trop niais|est-ce que ça sonne juste]: ['Tu es le soleil "
                "de mes jours'|'Nous avons bâti un bateau d'heures empruntées']?"
            ),
            (
                "[Réécris|Reprends] [mon poème|ces vers] [en octosyllabes|sans rimes|en plus sombre]: "
                "['Les feuilles tombent et je pense à toi'|'La mer est loin, ma mère aussi']."
            ),
            (
                "[Donne-moi|Propose] [dix images|des métaphores|trois titres] pour [la solitude en "
                "ville|la fin de l'été|un premier amour]."
            ),
            (
                "[Une comptine|Un petit poème] pour enfants sur [un escargot facteur|la lune qui perd "
                "une chaussette|un volcan timide], [facile à retenir|avec un refrain]."
            ),
        ),
        terse=(
            "poème [anniversaire|départ retraite|mariage] [humour|court|collègue]",
            "[rimes avec|mots qui riment] [septembre|lumière|jardin] [chanson|]",
            "[haïku|sonnet|acrostiche] [automne|chat|prénom Louise]",
            "paroles [berceuse|rupture|chant de marins] [refrain|]",
            "[corriger|améliorer] [alexandrin|métrique|dernier vers]",
            "[slam|comptine] [école|liberté|dinosaures] [texte|]",
        ),
        details=(
            "[Pas plus de|Environ] [huit|douze|seize] vers[, merci|].",
            "[Sans|Pas de] [religion|cœurs et roses|rimes forcées][, par pitié|].",
            "[Glisse|Mentionne] [son vélo bleu|la Bretagne|ses blagues nulles] [quelque part|].",
            "[Ton|Plutôt] [léger|tendre|un peu mordant], [avec une chute|mais digne].",
            "[Ça doit|Il faut que ça puisse] [se chanter|rimer|se lire à voix haute][, c'est important|].",
            "[Garde|Laisse] [mon premier vers|le refrain|le mot 'sel'] [tel quel|à sa place].",
        ),
        followups=(
            "[Plus|Un peu plus] [drôle|court|mélancolique], [s'il te plaît|tu peux]?",
            (
                "[Le deuxième couplet|Le troisième vers] [boite|est trop long|ne rime pas], [on fait "
                "quoi|autre idée]?"
            ),
            (
                "[J'adore|C'est beau], [il manque un titre|ajoute une strophe pour ma mère|j'en ai les "
                "larmes aux yeux]!"
            ),
            "[Enlève|Sans] [la lune|le prénom|la dernière ligne], [c'est trop|ce sera mieux].",
            "[Et en|Refais-le en] [haïku|version enfant|anglais]?",
            "[Que veut dire|Pourquoi] ['marée d'heures'|cette image|'à rebours'] [ici|]?",
        ),
        replies=(
            (
                "[La bouilloire fredonne|Le métro s'en va], [et le matin l'écoute|sans clore les "
                "paupières de la ville]. [J'ajoute une strophe?|Le reste suit ce rythme.]"
            ),
            (
                "[Ton vers boite|Il manque une syllabe] [à la césure|au deuxième pied], [enlève "
                "'très'|inverse deux mots]."
            ),
            (
                "[Voici|Je propose] [un refrain|une version sobre], [quatre lignes|voyelles ouvertes][, "
                "facile à reprendre en chœur|]."
            ),
            (
                "[Pour éviter le sucre|Sans pathos], [garde un seul objet|parle de la radio] [et tais "
                "le chagrin|]."
            ),
            (
                "[Deux versions|J'en ai fait deux]: [l'une malicieuse|une courte], [l'autre tendre|une "
                "longue][, à toi de mélanger|]."
            ),
        ),
    ),
    Topic(
        name="draft_work_email",
        area="writing",
        weight=2.8,
        concern=1,
        contexts=(
            (
                "[Je travaille|Je suis] [dans une petite agence|en CDD|à l'accueil d'une clinique], [et "
                "je marche sur des œufs|ambiance tendue en ce moment]."
            ),
            (
                "[Ma cheffe|Un client|Le comptable] [ne répond pas depuis dix jours|a mal pris mon "
                "dernier message|exige tout pour hier]."
            ),
            (
                "[J'ai fait|On a fait] [une erreur de facturation|une boulette|un oubli], [personne ne "
                "l'a vu|il faut prévenir][, mieux vaut être franc|]."
            ),
            (
                "[Je pars|Je serai absente] [en congé maternité|trois semaines|à partir du 12], [et "
                "rien n'est organisé|il faut passer le relais]."
            ),
            (
                "[La réunion|Le rendez-vous] de [jeudi|lundi] [tombe mal|doit être déplacé], [c'est la "
                "deuxième fois|un peu gênant]."
            ),
            (
                "[Nouvelle dans l'équipe|Tout juste promu|Stagiaire], [je ne connais pas les codes|on "
                "se vouvoie encore|j'hésite sur le ton]."
            ),
            (
                "[Le fournisseur|Le prestataire] [a livré en retard|augmente ses tarifs|a perdu un "
                "colis], [et j'ai besoin d'une solution|ce n'est pas la première fois]."
            ),
            (
                "[Je n'aime pas|J'ai du mal avec] [réclamer|les mails diplomatiques|dire non], [d'où ma "
                "demande|je tourne autour du pot]."
            ),
        ),
        asks=(
            (
                "[Rédige|Écris-moi|Aide-moi à rédiger] un mail pour [relancer un client|demander une "
                "augmentation|refuser une réunion], [poli mais ferme|court]."
            ),
            (
                "[Comment|Avec quels mots] [annoncer mon départ|dire non à mon chef|m'excuser pour le "
                "retard] [sans me justifier dix fois|par écrit]?"
            ),
            (
                "[Reformule|Améliore] [cette phrase|mon message]: ['Merci de me répondre vite'|'Je me "
                "permets de revenir vers vous'|'Ce n'est pas mon travail']."
            ),
            (
                "Il me faut [un objet|une formule de fin|une accroche] pour [un mail à la direction|une "
                "candidature interne|une invitation au pot][, ni froid ni familier|]."
            ),
            (
                "[Peux-tu|Pourrais-tu] [raccourcir|adoucir|rendre plus direct] [mon mail|le texte] "
                "[sans perdre le fond|]? [Il fait une page.|C'est pour un directeur.]"
            ),
            (
                "[Prépare|Fais] [un compte rendu|une note] [à envoyer à l'équipe|en cinq points]: "
                "[budget gelé, livraison en mai|deux départs, un recrutement]."
            ),
            (
                "[Traduis|Passe] ce mail en [anglais professionnel|langage simple]: [nous attendons la "
                "pièce depuis lundi|le devis reste valable un mois]."
            ),
            (
                "[Répondre|Comment répondre] à [un mail agressif|un collègue qui me met en copie "
                "partout|une demande absurde], [en restant pro|sans m'écraser]?"
            ),
            (
                "[Un message|Un mail] d'absence [drôle mais correct|bilingue|de deux lignes] [pour "
                "août|pour un congé parental|avec un contact de secours]."
            ),
            (
                "[Demande|Je dois demander] [un délai|un devis|des jours de télétravail] [à mon "
                "responsable|au service achats]: [tu me fais une version|quel angle]?"
            ),
            (
                "[Invite|Je dois inviter] [les collègues|les anciens clients] à [un atelier|une "
                "soirée|une visite], [ton chaleureux|avec réponse avant vendredi]."
            ),
        ),
        terse=(
            "[mail|email] [relance facture|demande congé|démission] [poli|modèle|court]",
            "[objet|formule de politesse] mail [direction|client|candidature]",
            "[refuser|décaler] [réunion|mission] [mail|excuse polie]",
            "[message d'absence|réponse automatique] [août|maternité|bilingue]",
            "[reformuler|adoucir] [mail agressif|relance] [pro|]",
            "[compte rendu|note interne] [réunion|retard livraison] [exemple|]",
        ),
        details=(
            "[Vouvoiement|On se tutoie|Ton neutre], [s'il te plaît|chez nous c'est l'usage].",
            "[Cent mots|Cinq lignes|Trois phrases] [maximum|au plus|environ].",
            "[Ne parle pas|Évite de parler] [du budget|de ma santé|de l'autre service][, c'est sensible|].",
            "[Il connaît|Elle connaît] [déjà le dossier|mal le sujet|mon prédécesseur].",
            "[Propose|Ajoute] [deux créneaux|une date limite|un appel] [à la fin|].",
            "[Sans|Pas de] [formules ampoulées|points d'exclamation|anglicismes][, merci|].",
        ),
        followups=(
            "[Plus|Un peu plus] [court|chaleureux|ferme], [stp|c'est possible]?",
            (
                "[Elle a répondu|Il me répond] [qu'il n'y a pas de budget|'on verra'|sèchement], [je "
                "réponds quoi|et maintenant]?"
            ),
            "[Quel objet|Quelle formule finale] [je mets|convient] [pour elle|ici|]?",
            (
                "[Et en anglais|Une version anglaise], [c'est faisable|s'il te plaît]? [Pour un client "
                "à Dublin.|]"
            ),
            "[Enlève|Supprime] [les excuses|la deuxième phrase|'cordialement'][, ça fait trop|].",
            "[Dois-je|Faut-il] [mettre mon chef en copie|l'envoyer ce soir|appeler plutôt]?",
        ),
        replies=(
            (
                "[Voici une version|Je propose]: ['Je reviens vers vous au sujet du devis.'|'Merci de "
                "me confirmer avant jeudi.'] [Simple et clair.|Sans reproche.]"
            ),
            (
                "[J'ai raccourci|J'ai allégé]: [le fait, la demande, la date|trois phrases], [et plus "
                "d'excuses|le ton reste cordial]."
            ),
            (
                "[Commence par|Ouvre sur] [le fait|un remerciement précis], [puis la demande|ensuite la "
                "date][, une phrase chacune|]."
            ),
            (
                "[Pour l'objet|En objet], ['Devis 214: réponse avant jeudi'|'Réunion du 4 à déplacer'] "
                "[dit tout|suffit]."
            ),
            (
                "[Laisse passer la nuit|Attends une heure] [avant d'envoyer|avant de répondre][, et "
                "reste aux faits|]."
            ),
        ),
    ),
    Topic(
        name="explain_math",
        area="learning",
        weight=2.2,
        concern=1,
        contexts=(
            (
                "[Je passe|Mon fils passe|Ma fille prépare] [le bac|un concours|le brevet] [dans un "
                "mois|en juin], [et ça coince|c'est la panique]."
            ),
            (
                "[Je reprends|J'ai repris] [mes études à quarante ans|la fac], [les maths sont "
                "loin|j'ai tout oublié]."
            ),
            (
                "[Le prof|Mon cours|Le manuel] [va trop vite|saute des étapes|ne donne aucun exemple], "
                "[je décroche|personne n'ose demander]."
            ),
            (
                "[J'ai le corrigé|La réponse est au dos du livre|Je connais le résultat], [mais pas le "
                "chemin|mais je ne vois pas pourquoi]."
            ),
            (
                "[Je n'ai jamais|Je n'ai à vrai dire jamais] [compris les fractions|aimé les formules], "
                "[bloqué depuis la cinquième|c'est visuel chez moi]."
            ),
            (
                "[C'est un exercice facultatif|C'est pour moi|Ce n'est pas un devoir noté], [je veux "
                "juste saisir l'idée|donc ne donne pas tout de suite la réponse]."
            ),
            (
                "[Je bosse en cuisine|Je suis menuisier|Je suis infirmière] et [j'ai besoin de calculer "
                "juste|les dosages me stressent]."
            ),
            (
                "[Ma calculatrice|Le logiciel] donne [autre chose|un nombre négatif|une erreur], [je "
                "doute de moi|j'ai vérifié deux fois]."
            ),
        ),
        asks=(
            (
                "[Explique-moi|Peux-tu m'expliquer] [les dérivées|les logarithmes|les probabilités "
                "conditionnelles] [avec un exemple concret|comme à un enfant|]."
            ),
            (
                "[Comment|De quelle manière] [résoudre|on résout] [une équation du second degré|un "
                "système à deux inconnues|x² - 5x + 6 = 0] [pas à pas|sans calculatrice]?"
            ),
            (
                "[Pourquoi|Quelle est la raison pour laquelle] [diviser par zéro est impossible|moins "
                "par moins donne plus|0,999... égale 1]?"
            ),
            (
                "[Je ne comprends pas|Je bute sur] [les vecteurs|la récurrence|les suites "
                "géométriques], [tu me donnes une image|on reprend au début]?"
            ),
            (
                "[Quelle est|C'est quoi] la différence entre [moyenne et médiane|permutation et "
                "combinaison|suite et série], [en pratique|avec des chiffres]?"
            ),
            (
                "[Vérifie|Corrige] [mon calcul|mon raisonnement]: [l'intégrale de 2x vaut x² + C|3/4 + "
                "1/6 = 4/10|20 % de 80 font 18]."
            ),
            (
                "[Donne-moi|Propose] [trois exercices|un problème|un quiz] sur [les "
                "pourcentages|Pythagore|la trigonométrie], [niveau troisième|avec solutions cachées]."
            ),
            (
                "[À quoi sert|Que fait-on avec] [un nombre complexe|la matrice inverse|l'écart-type] "
                "[dans la vraie vie|en informatique|]?"
            ),
            (
                "[Démontre|Aide-moi à démontrer] que [racine de 2 est irrationnelle|la somme des angles "
                "fait 180|n² + n est pair][, sans sauter d'étape|]."
            ),
            (
                "[Un client veut 30 % puis 10 % de remise|Une recette passe de 4 à 7 personnes|Un prix "
                "baisse de 20 % puis remonte de 20 %], [on calcule comment|je m'y prends comment]?"
            ),
            (
                "[Comment retenir|Une astuce pour retenir] [les formules trigo|les identités "
                "remarquables|la table de 7]?"
            ),
        ),
        terse=(
            "[dérivée|primitive|limite] de [ln x|x² e^x|racine de x] [étapes|]",
            "[pythagore|thalès] [exercice corrigé|explication|réciproque]",
            "[pourcentage|règle de trois] [remise|augmentation|exemple]",
            "[probabilité|loi binomiale] [arbre|cartes|terminale]",
            "différence [moyenne médiane|suite série|permutation combinaison] [simple|exemple]",
            "[fraction|équation] [4e|second degré] [méthode|]",
        ),
        details=(
            "[Niveau|Je suis au niveau] [troisième|terminale|première année].",
            (
                "[Ne donne pas|Sans donner] [tout de suite la réponse|la formule toute faite], [je veux "
                "chercher|guide-moi]."
            ),
            "[Avec un dessin|Avec des pommes|Avec de l'argent], [c'est plus parlant|si possible].",
            "[Pas de|Sans] [jargon|notation compliquée|calculatrice][, s'il te plaît|].",
            "[Une étape|Une ligne] à la fois, [merci|j'ai du mal à suivre|je recopie].",
            "[C'est pour|L'examen est] [demain|lundi|dans trois semaines][, donc vite|].",
        ),
        followups=(
            "[D'où vient|D'où sort] [le 2|ce signe moins|la troisième ligne]?",
            "[Et si|Que se passe-t-il si] [x est négatif|on a trois inconnues|le dé est pipé]?",
            "[On fait|Tu as] [un autre exemple|un exercice du même type|quelque chose de plus difficile]?",
            "[J'ai trouvé|Moi j'obtiens] [12|-3|une autre fraction], [c'est juste|où est l'erreur]?",
            "[Ah, compris|Ça y est], [merci|enfin]! [Et les suites?|On passe à la suite?|]",
            "[Plus|Encore plus] [simple|visuel|lentement], [s'il te plaît|tu peux]?",
        ),
        replies=(
            (
                "[Imagine|Prends] [une route et ta vitesse|un gâteau coupé en huit]: [la dérivée dit la "
                "pente|le quart, c'est deux parts][, rien de plus|]."
            ),
            (
                "[On factorise|Écris] x² - 5x + 6 = (x - 2)(x - 3), [donc x vaut 2 ou 3|un produit nul "
                "suffit][, vérifie en remplaçant|]."
            ),
            (
                "[L'erreur est|Tu t'es trompé] [au dénominateur|au signe]: [il faut un multiple "
                "commun|moins fois moins fait plus]."
            ),
            (
                "[La médiane|La valeur du milieu] [résiste aux extrêmes|ne bouge presque pas], [la "
                "moyenne, si|contrairement à la moyenne]."
            ),
            (
                "[Essaie d'abord|À toi]: [que vaut f(2)?|combien d'issues possibles?] [Je corrige "
                "après.|Écris ton idée.]"
            ),
        ),
    ),
    Topic(
        name="tax_question",
        area="money_law",
        weight=1.0,
        concern=1,
        contexts=(
            (
                "[Je suis|Je viens de passer] [auto-entrepreneur|salariée avec une activité à côté|à "
                "mon compte], [depuis peu|depuis février][, et je nage|]."
            ),
            (
                "[J'ai reçu|On m'envoie] [un avis|une lettre du fisc|une relance], [je n'y comprends "
                "rien|on me réclame quatre cents euros]."
            ),
            (
                "[Nous nous sommes pacsés|On a divorcé|Notre fille est née] [cette année|en août], "
                "[faut-il le signaler|les cases changent]."
            ),
            (
                "[La déclaration|La date limite|L'échéance] approche, [j'ai tout gardé dans une "
                "boîte|je n'ai rien commencé|et le site plante]."
            ),
            (
                "[Je loue|Je mets en location] [une chambre|le studio de ma mère|un garage], [à un "
                "étudiant|quelques semaines par an]."
            ),
            (
                "[Je vis|J'habite] [en Belgique|à la frontière|au Québec] et [travaille à distance pour "
                "la France|mon employeur est ailleurs]."
            ),
            (
                "[J'ai vendu|L'an dernier j'ai vendu] [des actions|une voiture de collection|un peu de "
                "crypto], [petite plus-value|à perte]."
            ),
            (
                "[Je n'y connais rien|Les formulaires m'angoissent|Je débute], [expliquez "
                "simplement|merci de votre patience]."
            ),
        ),
        asks=(
            (
                "[Est-ce que je peux|Puis-je|A-t-on le droit de] déduire [mon ordinateur|mes "
                "trajets|une formation|le bureau à domicile] [si je m'en sers aussi à titre privé|comme "
                "salarié]?"
            ),
            (
                "[Dois-je|Faut-il] déclarer [un don de mes parents|mes ventes d'occasion|les "
                "pourboires|des intérêts étrangers], [même une petite somme|à partir de combien]?"
            ),
            (
                "[Que se passe-t-il|Je risque quoi] si [je déclare en retard|j'ai oublié un revenu|je "
                "ne peux pas tout payer]?"
            ),
            (
                "[Explique|Tu peux m'expliquer] [le taux marginal|la TVA|le quotient familial|le "
                "prélèvement à la source] [avec des chiffres|simplement]."
            ),
            (
                "[Vaut-il mieux|On a intérêt à] [déclarer ensemble ou séparément|prendre les frais "
                "réels|garder le forfait], [avec 30 km par jour|et un enfant]?"
            ),
            (
                "[Combien|Quel pourcentage] [mettre de côté|garder] [sur chaque facture|tous les mois] "
                "[quand on débute|en libéral]?"
            ),
            (
                "[Écris|Rédige] [une réclamation|une demande de délai|une lettre d'excuse] [au centre "
                "des impôts|], [courte et polie|avec les faits]."
            ),
            (
                "[Quels papiers|Quels justificatifs] [garder|faut-il], et [combien de temps|en version "
                "papier ou scannée]?"
            ),
            (
                "[Où|Dans quelle case] [indiquer|mettre] [la pension alimentaire|les frais de garde|les "
                "dons], [je suis perdu|version en ligne]?"
            ),
            (
                "[Estime|Calcule à la louche] [mon impôt|ce que je devrai] avec [28 000 de salaire et 5 "
                "000 de freelance|42 000 à deux]."
            ),
        ),
        terse=(
            "[frais réels|forfait] [trajet|télétravail|calcul] [impôt|]",
            "[déclarer|imposable] [don parents|vente occasion|crypto] [seuil|]",
            "[retard|erreur] déclaration [pénalité|rectifier|délai]",
            "[tva|auto-entrepreneur] [seuil|facture étranger|première année]",
            "[justificatifs|papiers] impôts [combien de temps|scan]  [garder|]",
            "[parts|quotient familial] [divorce|garde alternée|pacs]",
        ),
        details=(
            "[Petites sommes|Moins de mille euros|Rien d'énorme], [je précise|en tout].",
            "[Pas besoin|Inutile] [de citer la loi|d'être exact au centime][, l'idée suffit|].",
            "[Tout est|C'est] [déclaré|en règle|honnête][, je veux juste comprendre|].",
            "[Mon conjoint|Ma femme] [gagne plus|ne travaille pas|vit à l'étranger].",
            "[Réponds|Explique] [simplement|sans sigles|en trois points][, merci|].",
            "[J'ai déjà|Déjà] [appelé, sans réponse|payé un acompte|tout scanné].",
        ),
        followups=(
            "[Et si|Que faire si] [je gagne plus l'an prochain|j'ai perdu le reçu|on déménage]?",
            "[Ça vaut aussi|Est-ce pareil] [pour ma femme|pour l'an dernier|pour un achat d'occasion]?",
            "[Quelle est|Rappelle-moi] [la date|la case|le seuil] [exacte|déjà|]?",
            "[Tu peux|Peux-tu] [montrer le calcul|résumer|faire un exemple avec 10 000]?",
            (
                "[Donc|Si je comprends bien], [je ne dois rien|la moitié est déductible|il me faut un "
                "autre formulaire]?"
            ),
            (
                "[Ils répondent|On m'a dit] ['dossier en cours'|'payez d'abord'|qu'il manque une "
                "pièce], [normal|je fais quoi]?"
            ),
        ),
        replies=(
            (
                "[Selon le pays|Les règles varient], [on ne déduit que la part professionnelle|l'usage "
                "mixte se partage]; [note ton calcul|garde une trace]."
            ),
            (
                "[Déclare même en retard|Envoie-la vite], [la pénalité grimpe avec le temps|mieux vaut "
                "tard][, et demande un étalement|]."
            ),
            (
                "[Mets de côté|Garde] [un quart|environ trente pour cent] [de chaque facture|du "
                "bénéfice][, sur un compte à part|]."
            ),
            (
                "[Compare|Fais les deux calculs]: [forfait et frais réels|ensemble et séparément]; "
                "[au-delà d'un certain trajet, le réel gagne|le simulateur aide]."
            ),
            (
                "[L'avis dit|En clair], [c'est un acompte|ils se basent sur l'an dernier], [tu peux le "
                "faire baisser|un recours existe]."
            ),
        ),
    ),
)
