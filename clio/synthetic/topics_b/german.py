"""Topics in German."""

from clio.synthetic.grammar import Topic

TOPICS: tuple[Topic, ...] = (
    Topic(
        name="home_repair",
        area="home_life",
        weight=1.2,
        concern=1,
        contexts=(
            (
                "[Wir haben|Ich habe] [einen Altbau|ein Reihenhaus aus den Siebzigern|eine alte "
                "Bauernkate] gekauft, [nichts ist gerade|ständig geht was kaputt|wir lernen dazu]."
            ),
            (
                "[Ich wohne zur Miete|Die Wohnung gehört mir nicht], [der Vermieter rührt sich "
                "nicht|also bitte ohne große Löcher|das Material würde ich zahlen]."
            ),
            (
                "Der [Handwerker|Klempner|Maler] [wollte dreihundert Euro|kommt erst in sechs "
                "Wochen|ging nicht ans Telefon], [also mache ich es selbst|darum frage ich hier]."
            ),
            (
                "[Seit dem Sturm|Seit gestern|Seit dem Winter] [tropft es|riecht es muffig|klemmt "
                "alles], [und es wird schlimmer|ich stelle schon Eimer auf]."
            ),
            (
                "[Handwerklich bin ich|Ich bin] [eine Niete|halbwegs geschickt|Anfängerin], "
                "[Bohrmaschine ist da|vor Strom habe ich Respekt]."
            ),
            (
                "[Bald|Nächsten Monat] [ziehen wir aus|wird verkauft|kommt das Baby], [bis dahin soll "
                "es ordentlich sein|die Zeit drängt]."
            ),
            (
                "[Der Vorbesitzer|Mein Vorgänger] hat [alles überstrichen|selbst verkabelt|mit Silikon "
                "nicht gespart], [furchtbar|ich finde jede Woche etwas Neues]."
            ),
            (
                "[Drei Videos geschaut|Ich habe Foren gelesen], [jeder sagt etwas anderes|genau mein "
                "Fall fehlt], [ratlos|wie immer]."
            ),
        ),
        asks=(
            (
                "Wie [bekomme ich|kriege ich|bekommt man] einen [tropfenden Hahn|klopfenden "
                "Heizkörper|laufenden Spülkasten] [selbst in den Griff|ohne Fachmann wieder hin|leise]?"
            ),
            (
                "[Kann ich|Darf man] [über die alte Tapete|über Fliesen|auf Lack] "
                "[streichen|spachteln], oder [muss das runter|hält das nicht]?"
            ),
            (
                "[Welche Dübel|Was für Schrauben] [brauche ich|nimmt man] für [ein schweres Regal|einen "
                "Fernseher|einen Spiegel] in [Rigips|bröseligem Putz|Lochziegeln]?"
            ),
            (
                "[Erklär mir|Ich brauche eine Anleitung], [wie man Fugen erneuert|wie ein Schloss "
                "getauscht wird|wie ich eine Lampe anschließe], [Schritt für Schritt|mit Werkzeugliste]."
            ),
            (
                "Woher [könnte|kann] [der Schimmel in der Ecke|der feuchte Fleck|der Riss über dem "
                "Fenster] kommen? [Ist das schlimm?|Was hilft dauerhaft?]"
            ),
            (
                "[Warum|Wieso] [verliert die Therme Druck|fliegt die Sicherung raus|gluckert der "
                "Abfluss][, sobald die Waschmaschine läuft|, alle paar Tage|]?"
            ),
            (
                "[Abfluss verstopft|Die Dusche läuft nicht ab], [Pümpel bringt nichts|Haare ohne Ende] "
                "- [was jetzt|geht das ohne Chemie]?"
            ),
            (
                "[Lohnt es sich|Macht es Sinn], [die Dielen selbst abzuschleifen|das alte Fenster zu "
                "retten|die Tür zu kürzen], oder [lieber neu|lieber der Profi]?"
            ),
            (
                "[Mach mir|Schreib mir] eine [Einkaufsliste|Reihenfolge] fürs [Streichen von zwei "
                "Zimmern|Fliesen der Küchenwand|Abdichten der Wanne]."
            ),
            (
                "[Wie viel|Was] kostet [eine neue Fensterscheibe|Parkett schleifen lassen|ein neuer "
                "Spülkasten] ungefähr[, grob geschätzt|]?"
            ),
            (
                "[Ich habe eine Leitung angebohrt|Beim Bohren kam Wasser|Es hat kurz gefunkt] - [was "
                "mache ich zuerst|wen rufe ich an|ist das gefährlich]?"
            ),
        ),
        terse=(
            "[Wasserhahn|Spülkasten|Heizung] [tropft|läuft nach|wird nicht warm] [reparieren|Ursache]",
            "[Regal|Fernseher] [Rigips|Altbauwand] [Dübel|wie viel kg]",
            "[Schimmel|Stockflecken] [Fensterlaibung|Bad|hinter Schrank] entfernen",
            "[Silikonfuge|Fugenmasse] [erneuern|trocknen wie lange|Dusche]",
            "[Sicherung|FI] [fliegt raus|Waschmaschine|nachts] [warum|]",
            "[Loch in der Wand|Riss] [spachteln|vor dem Streichen|groß]",
        ),
        details=(
            "[Bohren ist|Löcher sind] [verboten|ungern gesehen][, Mietvertrag|, leider|].",
            "[Budget|Kosten]: [höchstens fünfzig Euro|unter hundert|so wenig wie möglich].",
            (
                "[Werkzeug:|Ich habe] [Schraubendreher und Wasserwaage|nur das Nötigste|eine "
                "Schlagbohrmaschine]."
            ),
            (
                "[Bitte|Am liebsten] [ohne Lösungsmittel|leise|an einem Tag], [wir haben ein "
                "Kleinkind|Nachbarn sind empfindlich]."
            ),
            "[Sag mir|Schreib dazu], [wo es gefährlich wird|was ich lieber lasse|wie lange das dauert].",
            "[Die Wand|Das Haus] ist [aus Ziegel|Fachwerk|Beton], [glaube ich|laut Nachbar].",
        ),
        followups=(
            (
                "[Welche Größe|Welcher Durchmesser] [genau|etwa]? [Der Dübel hält nicht.|Im Laden gibt "
                "es fünf.|]"
            ),
            (
                "[Jetzt|Aufgeschraubt,] [kommt Rost|tropft es mehr|passiert gar nichts], [was nun|ist "
                "das normal]?"
            ),
            "[Kann ich|Darf ich] [die Grundierung weglassen|morgen schon duschen|das Ventil zulassen]?",
            "[Hat geklappt|Super, dicht], [danke|endlich]! [Wie beuge ich vor?|Und die Fugen?|]",
            "[Geht das|Gibt es das] auch [billiger|ohne Bohrer|zu zweit]?",
            (
                "[Muss ich|Soll ich] [den Vermieter fragen|den Strom abstellen|einen Fachmann holen][, "
                "sicher ist sicher|]?"
            ),
        ),
        replies=(
            (
                "[Erst|Zuerst] [Wasser abstellen|die Sicherung raus], [dann aufschrauben|prüfen], und "
                "[ein Foto machen|Teile der Reihe nach ablegen]."
            ),
            (
                "[Meist ist es die|Oft liegt es an der] [Dichtung|Kartusche], [kostet zwei Euro|im "
                "Baumarkt nach Muster][, zwanzig Minuten Arbeit|]."
            ),
            (
                "[Für Rigips|In Hohlwänden] [Hohlraumdübel|Metalldübel], [doppelte Last "
                "einplanen|vorher nach Leitungen suchen]."
            ),
            (
                "[Erst die Feuchtigkeit|Die Ursache] [beseitigen|finden], [sonst kommt der Fleck "
                "wieder|Farbe deckt nur zu]."
            ),
            (
                "[Das gehört|Sowas gehört] [in Fachhände|zum Elektriker]; [Sicherung raus und "
                "anrufen|bitte nicht selbst probieren]."
            ),
        ),
    ),
    Topic(
        name="contract_question",
        area="money_law",
        weight=1.0,
        concern=1,
        contexts=(
            (
                "[Ich soll|Bis Freitag soll ich] [einen Arbeitsvertrag|einen Auftrag|eine Vereinbarung] "
                "unterschreiben, [zwölf Seiten|viel Kleingedrucktes|und der Chef drängelt]."
            ),
            (
                "[Das Fitnessstudio|Mein Anbieter|Die Leasingfirma] [lässt mich nicht raus|hat "
                "verlängert|will eine Gebühr], [obwohl ich gekündigt habe|angeblich zu spät]."
            ),
            (
                "[Ich bin selbstständig|Wir sind ein Zwei-Leute-Büro|Ich mache nebenbei Fotos], "
                "[Juristen kennen wir keine|Verträge schreiben andere]."
            ),
            (
                "[Mündlich|Am Telefon|Beim Kaffee] war [etwas anderes|viel mehr] vereinbart, "
                "[schriftlich fehlt das|Zeugen gibt es]."
            ),
            (
                "[Der Kunde|Die Agentur] [zahlt nicht|will alle Rechte|ändert ständig den Auftrag], "
                "[seit acht Wochen|freundlich, aber stur]."
            ),
            (
                "Ich verlasse [die Firma|das Projekt|den Verlag] zum [Jahresende|Quartal], [Resturlaub "
                "ist offen|es gibt ein Wettbewerbsverbot]."
            ),
            (
                "[Gebrauchtwagen gekauft|Küche bestellt|Kurs gebucht], [Mängel nach zwei Wochen|nichts "
                "wie beschrieben|Lieferung verschoben]."
            ),
            (
                "[Ein Anwalt|Beratung] [ist mir zu teuer|lohnt kaum], [erst will ich es verstehen|es "
                "geht um achthundert Euro]."
            ),
        ),
        asks=(
            (
                "[Was bedeutet|Was heißt] ['salvatorische "
                "Klausel'|'gesamtschuldnerisch'|'unverzüglich'|'unter Vorbehalt'] [für mich|auf Deutsch "
                "gesagt|in der Praxis]?"
            ),
            (
                "[Ist|Wäre] [ein zweijähriges Wettbewerbsverbot|eine Vertragsstrafe von drei "
                "Gehältern|die stillschweigende Verlängerung] [wirksam|erlaubt|üblich]?"
            ),
            (
                "[Wie komme ich|Komme ich irgendwie] aus [dem Handyvertrag|einem befristeten "
                "Vertrag|der Mitgliedschaft] [früher raus|ohne Doppelzahlung raus]?"
            ),
            (
                "[Formuliere|Schreib mir] eine [Kündigung|Mahnung|Klausel] [zu Korrekturschleifen|wegen "
                "Zahlungsverzug|zum Monatsende], [freundlich, aber bestimmt|kurz]."
            ),
            (
                "[Darf|Kann] [der Chef|der Auftraggeber|die Firma] [den Ort ändern|Geld "
                "einbehalten|mein Foto nutzen], [einfach so|ohne zu fragen]?"
            ),
            (
                "[Fass|Fasse] [die wichtigsten Punkte|meine Pflichten] in [einem Werkvertrag|einer "
                "Geheimhaltungsvereinbarung] zusammen[ und sag, wo es hakt|]."
            ),
            (
                "[Was gehört|Welche Punkte gehören] in [einen Kaufvertrag unter Freunden|einen Vertrag "
                "mit einer Texterin|ein Privatdarlehen], [mindestens|möglichst einfach]?"
            ),
            (
                "[Gilt|Zählt] [eine E-Mail|ein Handschlag|eine Sprachnachricht] als Vertrag, [wenn "
                "beide danach handeln|und wie beweise ich es]?"
            ),
            (
                "[Wem gehören|Behalte ich] [die Rechte am Code|meine Entwürfe|die Aufnahmen], [wenn "
                "nichts geregelt ist|als freie Mitarbeiterin]?"
            ),
            (
                "[Übersetze|Vereinfache] das: ['Der Auftragnehmer haftet für leichte "
                "Fahrlässigkeit'|'Abtretung bedarf der Textform']. [Für Laien.|Ein Satz reicht.]"
            ),
            (
                "[Wie lange|Welche Frist] [habe ich|gilt] [zum Widerruf|in der Probezeit|nach der "
                "Rechnung], [und ab wann zählt es|in Werktagen]?"
            ),
        ),
        terse=(
            "[Kündigung|Widerruf] [Fitnessstudio|Handyvertrag|Zeitschrift] [Frist|Muster]",
            "[Wettbewerbsverbot|Vertragsstrafe] [wirksam|zulässig|Angestellte]",
            "[Werkvertrag|Honorarvertrag] [Vorlage|Unterschied Dienstvertrag|kurz]",
            "mündlicher Vertrag [gültig|beweisen|Zeugen|Auto|kündigen|Frist]",
            "[Nutzungsrechte|Urheberrecht] [Freiberufler|Foto|Logo]",
            "[Rechnung nicht bezahlt|Zahlungsverzug] [Mahnung|Zinsen|Frist setzen]",
        ),
        details=(
            "[Unterschrieben ist|Fest zugesagt ist|Bezahlt ist] noch nichts[, zum Glück|].",
            "[Es geht um|Streitwert:] [vierhundert Euro|ein Monatsgehalt|zweitausend].",
            "[Bitte|Gern] [ohne Paragrafen|in einfachem Deutsch|stichpunktartig][, danke|].",
            "[Ich möchte|Wir wollen] [freundlich bleiben|den Kunden behalten|keinen Streit].",
            "[Alles|Das meiste] [lief per Mail|ist schriftlich|war mündlich][, mit Datum|].",
            "[Der andere ist|Gegenüber steht] [ein Konzern|mein Cousin|eine Gemeinde].",
        ),
        followups=(
            "[Und wenn|Was, wenn] [sie nicht antworten|er mit Anwalt droht|die Frist schon um ist]?",
            "[Mach das bitte|Formulier das] [schärfer|kürzer|etwas höflicher][, geht das|]?",
            "[Ist das|Wäre das] [üblich|riskant|fair] [in meiner Branche|]?",
            (
                "[Sie schreiben|Antwort kam]: ['Kulanz ausgeschlossen'|'wir prüfen das'|'laut AGB "
                "nein'], [was nun|wie reagiere ich]?"
            ),
            "[Per Post|Einschreiben] oder [reicht Mail|Fax][, sicherheitshalber|]? [Es eilt.|]",
            "[Also|Heißt das], [ich kann jederzeit gehen|ich schulde nichts|die Anzahlung ist weg]?",
        ),
        replies=(
            (
                "[Das heißt|Gemeint ist]: [du haftest für Fehler|ihr schuldet beide alles], [also "
                "begrenze die Summe|lass es streichen]."
            ),
            (
                "[Solche Verbote|Derartige Klauseln] [müssen angemessen sein|brauchen meist eine "
                "Entschädigung], [zeitlich und örtlich|zwei Jahre sind viel]."
            ),
            (
                "[Hier der Text|Vorschlag]: ['hiermit kündige ich fristgerecht'|'zahlbar binnen 14 "
                "Tagen'], [Bestätigung erbeten|mit Datum und Unterschrift]."
            ),
            (
                "[Mails|Nachrichten] [sind Belege|zählen oft], [sichere sie|druck sie aus][, fass das "
                "Gespräch schriftlich zusammen|]."
            ),
            (
                "[Prüfe|Achte auf] [Laufzeit, Frist, Preis|Rechte und Haftung], [dann erst "
                "unterschreiben|den Rest kann man verhandeln]."
            ),
        ),
    ),
    Topic(
        name="fix_python_error",
        area="software",
        weight=2.6,
        concern=1,
        contexts=(
            (
                "[Ich lerne gerade|Seit drei Wochen lerne ich] Python, [vorher nur Excel|komme aus der "
                "Biologie][, bitte langsam|]."
            ),
            (
                "[Gestern lief es|Auf dem Laptop geht's|Bei der Kollegin klappt es], [heute nicht "
                "mehr|auf dem Server nicht|ich habe nichts geändert]."
            ),
            (
                "[Es ist für|Das brauche ich für] [die Bachelorarbeit|ein Skript im Büro|einen Kurs], "
                "[Abgabe morgen|es eilt]."
            ),
            (
                "[Ich nutze|Läuft mit] [Windows und VS Code|Jupyter|Python 3.12 unter Linux], [frisch "
                "installiert|falls das wichtig ist]."
            ),
            (
                "[Den Code|Das Skript] habe ich [geerbt|von einem Praktikanten], [ohne "
                "Kommentare|vierhundert Zeilen]."
            ),
            (
                "[Ich verarbeite|Es geht um] [eine CSV mit Messwerten|Excel-Dateien|Sensordaten], "
                "[ziemlich groß|mit Umlauten und Lücken]."
            ),
            (
                "[Ich habe gesucht|Forum durchforstet], [nichts passt|lauter alte Antworten][, drei "
                "Stunden weg|]."
            ),
            "[Der Fehler|Das] [kommt nur manchmal|tritt erst mit echten Daten auf|kam nach dem Update].",
        ),
        asks=(
            (
                "[Warum|Wieso] [bekomme ich|kriege ich] einen ['KeyError: Datum'|'IndexError: list "
                "index out of range'|'TypeError'], [obwohl es gestern lief|nur beim zweiten Lauf]?"
            ),
            (
                "[Was bedeutet|Was will mir] ['NoneType object is not subscriptable'|'invalid literal "
                "for int()'|'maximum recursion depth exceeded'] [sagen|genau]?"
            ),
            (
                "[Hilf mir|Kannst du helfen], [diesen Traceback zu lesen|den Fehler einzugrenzen|die "
                "Schleife zu reparieren]: [sie hört nie auf|letzte Zeile ist 'ValueError']."
            ),
            (
                "[pip findet das Paket nicht|ModuleNotFoundError trotz Installation|Zwei Pythons auf "
                "einem Rechner] - [was tun|wie räume ich auf]?"
            ),
            (
                "[UnicodeDecodeError|Kaputte Umlaute] beim [Lesen einer CSV|Schreiben einer Datei], "
                "[welches Encoding|wie löse ich das]?"
            ),
            (
                "[Meine Funktion|Die Methode] gibt [None|immer dasselbe|eine leere Liste] zurück, "
                "[woran liegt's|was übersehe ich]?"
            ),
            (
                "[Pandas|Mein DataFrame] [verdoppelt Zeilen beim Merge|warnt vor SettingWithCopy|macht "
                "aus Datum Text]. [Wie geht es richtig?|Ist das schlimm?]"
            ),
            (
                "[Erklär mir|Ich verstehe nicht], [was try und except machen|warum Einrückung zählt|wie "
                "virtuelle Umgebungen funktionieren], [mit Beispiel|kurz]."
            ),
            (
                "[Schreib|Ändere] [die Funktion|meinen Block] so, dass [leere Listen nichts kaputt "
                "machen|die Datei geschlossen wird|es schneller läuft]."
            ),
            (
                "[requests|Mein Aufruf] [hängt|liefert 403|gibt HTML statt JSON], [liegt das an "
                "mir|fehlt ein Header]?"
            ),
            (
                "[Mein Plot|matplotlib] [bleibt leer|zeigt keine Achsen|speichert weiß]. [Show vor "
                "Savefig?|Idee?]"
            ),
        ),
        terse=(
            "[keyerror|typeerror|valueerror] [pandas|dict|datum] [lösung|bedeutung]",
            "[modulenotfounderror|pip] [windows|venv|vscode] [trotz installation|]",
            "[unicodedecodeerror|umlaute] csv [encoding|latin1|lesen]",
            "[funktion gibt none zurück|endlosschleife] python [warum|]  [fix|]",
            "[pandas merge|settingwithcopy] [doppelte zeilen|warnung]  [beheben|]",
            "[indentationerror|syntaxerror] [zeile 7|nach kopieren|python 3]",
        ),
        details=(
            "[Python|Version] [3.9|3.11|3.12] [unter Windows|auf dem Mac|im Docker].",
            "[Ich darf|Leider darf ich] nichts [installieren|umstellen][, Firmenrechner|].",
            "[Bitte|Gern] [mit Erklärung|nur die geänderte Zeile|ohne pandas][, danke|].",
            "[Die Datei hat|Es sind] [zwei Millionen Zeilen|Semikolons|gemischte Datumsformate].",
            (
                "[Es soll|Das muss] [auch mit leeren Werten gehen|auf Python 3.8 laufen|bis morgen "
                "fertig sein]."
            ),
            (
                "Ich will [es verstehen|den Grund sehen|es später selbst lösen][, nicht nur kopieren|, "
                "für die Prüfung|]."
            ),
        ),
        followups=(
            "[Jetzt|Okay, jetzt] [kommt ein NameError|steht da nichts|läuft es], [warum|und nun]?",
            "[Kannst du|Bitte] [den Code kommentieren|das kürzer machen|einen Test dazu schreiben]?",
            "[Und wenn|Was passiert, wenn] [die Liste leer ist|eine Spalte fehlt|die Datei riesig ist]?",
            "[Wo|In welche Zeile] [genau|] [kommt das hin|gehört das try]?",
            (
                "[Habe ich|Schon] probiert, [gleicher Fehler|ändert nichts], [andere Idee|liegt es an "
                "der Version]?"
            ),
            "[Läuft|Geht jetzt], [danke|klasse]! [Was war es genau?|Wie vermeide ich das?|]",
        ),
        replies=(
            (
                "[Der Fehler sagt|Das bedeutet]: [der Schlüssel fehlt|der Wert ist None]; [gib die "
                "Spalten aus|prüfe den Typ] [direkt davor|]."
            ),
            (
                "[Versuch|Nimm] [encoding='latin-1'|errors='coerce'|eine frische Umgebung] [und starte "
                "neu|und vergleiche]."
            ),
            (
                "[Dir fehlt|Es fehlt] ein return, [darum kommt None|die letzte Zeile rechnet nur][, "
                "kein Drama|]."
            ),
            (
                "[Das ist die falsche|VS Code nutzt eine andere] Umgebung, [wähle den Interpreter|nimm "
                "'python -m pip'][ und starte neu|]."
            ),
            (
                "[Du änderst die Liste|Die Schleife löscht], [während du sie durchläufst|beim Laufen]; "
                "[nimm eine Kopie|bau eine neue]."
            ),
        ),
    ),
    Topic(
        name="workout_plan",
        area="health",
        weight=1.4,
        concern=1,
        contexts=(
            (
                "[Ich bin|Bin] [{age}|gerade Vater geworden|Schreibtischtäterin], [seit Jahren kein "
                "Sport|Rücken zwickt|etwas zu viel Gewicht]."
            ),
            (
                "[In zwölf Wochen|Im Herbst|Nächstes Jahr] [will ich einen Halbmarathon laufen|ist "
                "Alpenüberquerung|heirate ich], [realistisch, hoffe ich|das motiviert]."
            ),
            (
                "[Zuhause habe ich|Ich besitze] [zwei Kurzhanteln|nur eine Matte|Klimmzugstange und "
                "Bänder], [Studio ist mir zu weit|mehr Platz gibt es nicht]."
            ),
            (
                "[Mein Knie|Die Schulter|Der Rücken] [muckt|wurde operiert|mag keine Sprünge], [Arzt "
                "gab grünes Licht|also vorsichtig]."
            ),
            (
                "[Seit Monaten|Seit dem Sommer] [stagniere ich|geht nichts voran], [trotz drei "
                "Einheiten|frustrierend]."
            ),
            (
                "[Zeit habe ich|Es geht nur] [morgens vor sechs|in der Mittagspause|am Wochenende], "
                "[dreißig Minuten|mehr ist nicht drin]."
            ),
            (
                "[Im Studio|Dort] fühle ich mich [beobachtet|verloren], [die Geräte erklärt "
                "keiner|Freihanteln machen mir Angst]."
            ),
            (
                "[Mir wird|Ich merke, mir wird] schnell langweilig, [Abwechslung muss sein|stures "
                "Laufen halte ich nicht durch|Musik hilft nur kurz]."
            ),
        ),
        asks=(
            (
                "[Erstell mir|Mach mir|Ich brauche] einen [Dreierplan|Ganzkörperplan|Laufplan] [für zu "
                "Hause|für sechs Wochen|mit Sätzen und Pausen]."
            ),
            (
                "Wie [teile ich|teilt man] [Kraft und Laufen|Beine und Rücken|drei Einheiten] auf die "
                "Woche auf[, ohne zu überziehen|]?"
            ),
            (
                "[Welche Übung|Was] [ersetzt|nehme ich statt] [Kniebeugen|Liegestütze|Kreuzheben], "
                "[wenn das Knie schmerzt|ohne Geräte]?"
            ),
            (
                "[Reicht|Genügt] [zweimal die Woche|eine halbe Stunde täglich] für [Muskelaufbau|etwas "
                "Gewichtsverlust|einen gesunden Rücken][, ehrlich gesagt|]?"
            ),
            (
                "[Wie komme ich|Wie kommt man] [über ein Plateau beim Bankdrücken hinweg|zu meinem "
                "ersten Klimmzug|auf zehn Kilometer ohne Pause]?"
            ),
            (
                "[Schau dir|Sieh dir] [meinen Plan|das] mal an: [Mo Brust, Mi Beine, Fr Rücken|viermal "
                "5 km und Planks]. [Was fehlt?|Zu viel?]"
            ),
            "[Erklär mir|Erläutere] [progressive Überlastung|Zone 2|Deload] [einfach|mit Beispielwoche|].",
            (
                "[Aufwärmen|Wie wärme ich mich auf] [vor schwerem Training|vor dem Laufen im Winter], "
                "[fünf Minuten|kurz und sinnvoll]?"
            ),
            (
                "Wie [steige ich|steigt man] nach [der Geburt|einem Bandscheibenvorfall|Corona] [wieder "
                "ein|behutsam wieder ein|ohne Rückfall wieder ein]?"
            ),
            (
                "[Was ist besser|Was würdest du wählen] [zum Abnehmen|für die Ausdauer]: [Rad oder "
                "Schwimmen|Gewichte oder Cardio|kurz und hart oder lang und locker]?"
            ),
            (
                "[Mein Vater|Meine Mutter], [siebzig|Ende sechzig], [will mit Krafttraining "
                "anfangen|möchte beweglicher werden]. [Was passt?|Worauf achten?]"
            ),
        ),
        terse=(
            "[Trainingsplan|Ganzkörperplan] [zuhause|Anfänger|3x Woche] [pdf|]",
            "[Halbmarathon|10 km] Plan [12 Wochen|Einsteiger|unter 60 Minuten]",
            "[Klimmzug|Liegestütz] lernen [Anfänger|Band|Frau]",
            "[Dehnen|Mobility] [Hüfte|Schreibtisch|nach Laufen]",
            "[Rücken|Bauch|Po] Übungen [ohne Geräte|Kurzhantel|20 min]",
            "Alternative [Kniebeuge|Kreuzheben|Burpees] [Knie kaputt|zuhause]",
        ),
        details=(
            "[Höchstens|Maximal] [dreißig|vierzig|fünfundvierzig] Minuten[ pro Einheit|].",
            "[Keine|Bitte keine] [Sprünge|Burpees|Geräte], [Nachbarn unter uns|mein Knie|danke].",
            "[Ich schaffe|Stand heute:] [fünf Liegestütze|drei Kilometer am Stück|40 kg beim Drücken].",
            "[Mittwochs|Am Dienstag] [geht nichts|ist Chor|bin ich unterwegs].",
            "[Mit|Bitte mit] [Pausentagen|Steigerung|Alternativen] [und Aufwärmen|].",
            "[Ich esse|Ernährung:] [vegetarisch|normal|ziemlich eiweißreich].",
        ),
        followups=(
            "[Welches Gewicht|Wie schwer] [zum Start|am Anfang], [eher leicht|bis zum Muskelversagen]?",
            (
                "[Eine Woche|Woche eins] geschafft, [Muskelkater überall|zu leicht|macht Spaß], [wie "
                "weiter|anpassen]?"
            ),
            "[Kann ich|Darf ich] [Tag zwei und drei tauschen|joggen statt rudern|krank trainieren]?",
            "[Was esse ich|Brauche ich Eiweiß] [davor|danach|an Ruhetagen]?",
            "[Es zieht|Ich spüre ein Ziehen] [im Knie|im Nacken], [aufhören|falsche Technik]?",
            (
                "Machst du daraus [eine Tabelle|einen Plan für zwei Tage|eine Reiseversion][ für mich|, "
                "bitte|]?"
            ),
        ),
        replies=(
            (
                "[Drei Tage|Zweimal pro Woche] [Ganzkörper|drücken, ziehen, beugen], [zwei "
                "Wiederholungen in Reserve|langsam steigern]."
            ),
            (
                "[Stechender Schmerz|Schmerz im Gelenk] heißt [Stopp|Übung tauschen], [Muskelkater ist "
                "ok|nimm Step-ups]."
            ),
            (
                "[Lauf|Bleib] [meist so locker|fast immer so ruhig], dass du [reden kannst|dich "
                "unterhalten kannst][, ein Tempotag reicht|]."
            ),
            (
                "[Bei Stillstand|Am Plateau] [eine leichte Woche|zehn Prozent runter], [dann neu "
                "aufbauen|andere Wiederholungszahl]."
            ),
            (
                "[Hier die Tabelle|Dein Plan]: [Tag A und B im Wechsel|drei Einheiten], [je 35 "
                "Minuten|mit Ruhetagen][, dazu Alternativen|]."
            ),
        ),
    ),
    Topic(
        name="travel_itinerary",
        area="leisure",
        weight=2.0,
        concern=1,
        contexts=(
            (
                "[Wir fahren|Wir reisen] [im September|über Ostern|nach dem Abi] [mit zwei Kindern|mit "
                "dem Zug|zum ersten Mal ohne Eltern] [los|]."
            ),
            "[Ich reise|Unterwegs bin ich] allein, [etwas nervös|gern langsam|Hostels sind ok].",
            (
                "[Das Budget|Geld] [ist knapp|reicht für tausend Euro|spielt mal keine Rolle], [Flüge "
                "sind gebucht|Essen ist uns wichtig]."
            ),
            (
                "[Letztes Mal|Im Vorjahr] [haben wir zu viel gewollt|hat es nur geregnet], [das "
                "passiert nicht wieder|jetzt mit Ruhetagen]."
            ),
            (
                "[Wir mögen|Ich mag] [Wandern und gutes Brot|alte Buchläden|Street Food], [keine "
                "Museen|keine Menschenmassen]."
            ),
            (
                "[Meine Mutter|Mein Vater], [75|schlecht zu Fuß], kommt mit, [Treppen meiden|Pausen "
                "einplanen]."
            ),
            (
                "[Ich habe|Da ist] [sechs Stunden Umstieg|eine Hochzeit|einen Kongress] in "
                "[Wien|Mailand|Porto] [und hänge Tage dran|]."
            ),
            (
                "[Ein Auto|Einen Wagen] [haben wir nicht|mieten wir ungern], [Bahn wäre ideal|Busse "
                "gehen auch]."
            ),
        ),
        asks=(
            (
                "[Plane mir|Stell uns|Mach mir] [vier Tage Lissabon|eine Woche Schottland|ein "
                "Wochenende in Gent] [mit Pausen|mit freien Nachmittagen|ohne Hetze]."
            ),
            (
                "[Was machen wir|Was kann man] in [Krakau|Turin|Kopenhagen] [bei Regen|mit Kleinkind|in "
                "sechs Stunden] [unternehmen|]?"
            ),
            (
                "[Wie viele Tage|Wie lange] [braucht man|sollte man bleiben] für [Sizilien|die "
                "Lofoten|das Baltikum], [und welche Reihenfolge|ohne Stress]?"
            ),
            (
                "[Zug oder Flug|Nachtzug oder Hotel] von [Hamburg nach Stockholm|Köln nach "
                "Barcelona|München nach Zagreb]? [Mit Fahrrad.|Preis zählt.]"
            ),
            (
                "[Ist es machbar|Schaffen wir es], [Rom, Florenz und Venedig|Irland rundherum|drei "
                "Länder] in [fünf Tagen|einer Woche] zu sehen, ohne [durchzudrehen|zu hetzen]?"
            ),
            (
                "[In welchem Viertel|Wo] [schläft man gut|wohnt man ruhig] in [Budapest|Athen|Paris]? "
                "[Nicht zu teuer.|Nah an der Metro.]"
            ),
            (
                "[Schreib mir|Ich brauche] eine [Packliste|Kostenübersicht] für [zwei Wochen Island|die "
                "Hüttentour|Interrail im August]."
            ),
            (
                "[Überarbeite|Entzerre] [meinen Plan|das]: [Tag 1 sechs Sehenswürdigkeiten, Tag 2 "
                "Rückflug|drei Städte in vier Tagen]. [Was fliegt raus?|Zu voll?]"
            ),
            (
                "[Gib mir|Ich suche] [Geheimtipps|kleine Badestellen|einen Essensrundgang] [in "
                "Neapel|rund um den Gardasee|in Ljubljana], [zu Fuß|abseits]."
            ),
            (
                "[Wo|In welchem Land] kann man [im Oktober baden|mit Hund wandern|Nordlichter sehen], "
                "[ohne Fernflug|mit der Bahn]?"
            ),
            (
                "[Überraschung|Ich will überraschen]: [Wochenende zu zweit|Reise für meinen Vater], "
                "[drei Ideen|was macht es besonders]?"
            ),
        ),
        terse=(
            "[Lissabon|Prag|Oslo] [3 Tage|Wochenende] [Plan|mit Kind|Regen]",
            "[Interrail|Roadtrip] [Route|zwei Wochen|Balkan]",
            "[Nachtzug|Zug] [nach Schweden|nach Rom|Fahrrad] [buchen|Dauer]",
            "[Packliste|Budget] [Island|Hüttentour|Camping]",
            "[wo übernachten|bestes Viertel] [Paris|Neapel] [ruhig|günstig]",
            "[Ausflug|Kurztrip] [ab Köln|ohne Auto|mit Hund] [Herbst|]",
        ),
        details=(
            "[Maximal|Höchstens] [hundert Euro am Tag|zwei Umstiege|drei Stunden Fahrt].",
            (
                "[Nicht vor zehn|Kein frühes Aufstehen|Bitte spät starten], [es ist Urlaub|Kinder "
                "schlafen lang]."
            ),
            "[Vegetarisch|Glutenfrei|Ohne Fisch] [essen wir|muss es sein][, also mit Restauranttipps|].",
            "[Ein Tag|Ein Nachmittag] [soll frei bleiben|am Wasser], [das ist Pflicht|gern in der Mitte].",
            "[Bitte|Gern] [mit Fahrzeiten|mit Kosten|mit Plan B bei Regen][, grob|].",
            "[Wir sind|Reisegruppe:] [zu zweit|vier Freunde|drei Generationen][, gemütlich|].",
        ),
        followups=(
            (
                "[Tausch|Ersetze] [Tag zwei|das Museum|die Bootsfahrt] [gegen etwas Ruhiges|durch einen "
                "Markt]."
            ),
            "[Was, wenn|Und wenn] [es regnet|alles zu hat|die Kinder streiken]?",
            "[Was kostet|Wie teuer ist] [das alles|der Zug|Tag eins] [ungefähr|zu zweit]?",
            "[Muss man|Müssen wir] [reservieren|vorher Tickets kaufen][, auch sonntags|]? [Wo?|]",
            "[Zu voll|Zu touristisch|Mir zu teuer], [bitte abspecken|etwas anderes|halb so viel].",
            "[Jetzt|Super, jetzt] [die Packliste|als Tabelle|mit Hotels je Etappe], bitte.",
        ),
        replies=(
            (
                "[Drei Nächte|Zwei volle Tage] [pro Ort|reichen], [vormittags ein Ziel|ein Viertel am "
                "Tag][, danach treiben lassen|]."
            ),
            (
                "[Mit dem Zug|Die Bahn braucht] [etwa sechs Stunden|mit einem Umstieg], [früh buchen "
                "lohnt|Sparpreise gibt es ab drei Monaten]."
            ),
            (
                "[Ich würde|Besser] [eine Stadt streichen|an einem Ort bleiben], [Umzüge kosten halbe "
                "Tage|Ausflüge statt Kofferpacken]."
            ),
            "[Wohnt|Schlaft] [nahe am Bahnhof|am Fluss], [von dort geht alles zu Fuß|spart täglich Zeit].",
            (
                "[Im Oktober|Um die Zeit] [wird es abends kühl|schließt manches früh], "
                "[Zwiebellook|prüft die Öffnungszeiten]."
            ),
        ),
    ),
)
