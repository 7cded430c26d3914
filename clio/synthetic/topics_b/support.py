"""Topics of technical help: accounts and phones."""

from clio.synthetic.grammar import Topic

TOPICS: tuple[Topic, ...] = (
    Topic(
        name="password_reset",
        area="support",
        weight=1.1,
        concern=1,
        contexts=(
            (
                "[I changed phones|Got a new phone|My old phone died] [last week|on "
                "{weekday}|{duration} ago] and [the codes still go to the old one|the authenticator app "
                "is gone|nothing carried over]."
            ),
            (
                "[I've been locked out|Locked out] [since {weekday}|for {duration}|all morning], "
                "[payroll is due|I have a flight to check in|and it's my main account]."
            ),
            (
                "[The reset mail|That recovery email|The link] [never arrives|expires at once|goes to "
                "an address I no longer use], [spam checked|tried {small} times|yes I looked "
                "everywhere]."
            ),
            (
                "[My uncle|An elderly neighbour|{relative}] [used one password for everything|wrote "
                "them on a napkin|can't get in any more], [and I'm the family's IT person|so I'm "
                "sorting it]."
            ),
            (
                "[Someone|A stranger|Somebody in {country}] [tried to log in|changed my recovery "
                "number|is posting as me], [I got an alert at {hour}|which scares me|first time this "
                "happens]."
            ),
            (
                "[It's a work account|It's my school login|Company laptop], [IT is closed until "
                "{weekday}|the helpdesk has a queue of {number}|and the admin left]."
            ),
            (
                "[I'm certain|I'd swear] [the password is right|I wrote it down|nothing changed], [but "
                "it says invalid|capital letters and all|and now I get a countdown]."
            ),
            (
                "[I use|We use] [a password manager|the browser's saved passwords|the same three "
                "passwords], [I know, I know|which forgot this one|synced or so I thought]."
            ),
            (
                "[My email itself|The mailbox] is [what I can't open|the account in question], so "
                "[every reset loops|I can't receive anything|it's a circle]."
            ),
            (
                "[English isn't my first language|Sorry, my English is basic|I read English slowly|I'm "
                "not from here], [and the help page is confusing|their menus only come in Danish|so "
                "slow steps please]."
            ),
            (
                "[I travel|I'm abroad|Currently in {city}] [without my SIM|with a different number|for "
                "{duration}], [so no texts reach me|and it thinks I'm a hacker]."
            ),
            (
                "[I only have|All I've got is] [a tablet|my work computer|a borrowed laptop], [no phone "
                "signal here|the rest is in a drawer]."
            ),
            (
                "[The security question|It asks] [wants my first pet's name|about my favourite "
                "teacher], [past me lied|I set that up in {year}|no idea what I typed]."
            ),
            (
                "[Chat support|Their bot|The hotline] [sent me in circles|hung up|wants ID by post], "
                "[{duration} wasted|so I'm asking here|no human in sight]."
            ),
            (
                "[I have|There are] [backup codes|a second device|my partner's login] [somewhere|in the "
                "safe|at home], [not at hand|might be outdated]."
            ),
            (
                "I look after [a small shop's accounts|the club's page|{number} users at work], "
                "[somebody forgot theirs again|and onboarding is messy]."
            ),
            (
                "[Years of photos|All my invoices|My whole thesis] [are|live] in [there|that account], "
                "[I'm a bit panicked|no copy anywhere|so please nothing rash]."
            ),
            (
                "[The account is|It's] [old|from {year}|made with my maiden name], [hardly "
                "used|forgotten until today|with an address that no longer exists]."
            ),
        ),
        asks=(
            (
                "[How do I|What's the way to] [reset|recover] my [email|bank app|cloud] password "
                "[without the old phone number|if the recovery mail is dead|from a computer]?"
            ),
            (
                "[I can't|Can't] [get past|pass] [two-step verification|the captcha|the security "
                "question]. [What are my options?|Any way round, legitimately?|Who do I contact?]"
            ),
            (
                "[What should I do|First steps please,|Quick, what now] [if my account was hacked|when "
                "someone else changed the password|after clicking a phishing link|since someone signed "
                "in as me]?"
            ),
            (
                "Why does [it|the site|the app] [say 'password incorrect'|log me out every hour|reject "
                "my new password] [right after I reset it|although it meets the rules|on one device "
                "only]?"
            ),
            (
                "[Help me|Could you help me] [get back into|unlock] [my work laptop|a tablet|an old "
                "social account] [before the meeting at {hour}|that asks for a PIN I forgot|with no "
                "email attached]."
            ),
            (
                "[Explain|Walk me through] [setting up two-factor|moving an authenticator app|using "
                "passkeys|recovery codes] [so this never happens again|on two phones|step by step]."
            ),
            (
                "[How long|For how long] [does the lockout last|do I wait after too many tries|is a "
                "reset link valid], [and can it be sped up|or should I call someone]?"
            ),
            (
                "[Which|What] [password manager|method] [suits|would you give] [a family of "
                "four|someone aged 80|a small office], [and how do I move everything over|free if "
                "possible]?"
            ),
            (
                "[Make|Think of] a [strong but memorable password scheme|passphrase method|policy for "
                "new staff] [I can type on a phone|without symbols from hell|and explain why]."
            ),
            (
                "[Write|Draft] a [message to support|ticket] [asking to restore access|proving the "
                "account is mine|about a hijacked page], [polite but urgent|with the facts in order]."
            ),
            (
                "[no reset email|The reset email isn't coming], [checked spam, waited, tried another "
                "browser|third attempt today]. [What blocks it?|What else?|Ideas?]"
            ),
            (
                "[Is it safe to|Should I|Would you] [write passwords on paper|let the browser save "
                "them|use 'sign in with' buttons|share a login with my wife]?"
            ),
            (
                "[Reset|I need to reset] [the router|my wifi|an admin] password - [there's a sticker "
                "but it's wrong|I never set one|the previous tenant did] , [how|what do I press]."
            ),
            (
                "[Can I|Is there any way to] [find out what accounts I have|see where I'm logged "
                "in|sign out everywhere] [from my phone|after losing a device|]?"
            ),
            (
                "[How do I, as admin,|As the club treasurer, how do I|What's the proper way to] reset a "
                "[colleague's|member's] login [without seeing it|safely|]?"
            ),
            (
                "[My child's|Grandma's|My own] account is [locked|disabled|asking for a code from "
                "{year}]. [How do I prove it's ours?|Which documents?|Start over or wait?]"
            ),
            (
                "[Forgot the PIN|I forgot the passcode] of my [tablet|voicemail|SIM card|laptop], "
                "[without losing the photos|how many tries are left|what's a PUK]?"
            ),
            (
                "[What do I do with|Where do I keep] [backup codes|a dead authenticator|an old number "
                "still linked] [so I'm not stranded abroad|in case I lose everything|]?"
            ),
            (
                "[Username|I forgot the username], [not the password|and maybe the email too]: [how do "
                "sites find you|where would it be saved|is it recoverable]?"
            ),
        ),
        terse=(
            "[forgot|reset|lost] password [no access to email|old phone number|no recovery] [what now|]",
            "[2fa|authenticator|verification code] [new phone|not received|lost device] [recover|]",
            (
                "[account locked|too many attempts|temporary lock] [how long|unlock|wait or "
                "call|suspended by mistake]"
            ),
            "[reset link|verification email] [expired|not arriving|goes to spam] [fix|why]",
            "[hacked|compromised] [email|social media] account [first steps|recovery|]",
            "[wifi|router|admin|isp account] password [sticker missing|factory reset|default]",
            "[pin|passcode] [forgotten|locked] [tablet|laptop|sim puk] [without wiping|]",
            "[password manager|passkeys|backup codes] [family|explained|best practice|move to new phone]",
            "[security question|username|login name|recovery email] [forgotten|wrong answer|change it]",
            "[sign out|remove] [all devices|old phone|unknown login] [remotely|from account]",
        ),
        details=(
            (
                "[I still have|I do have] [the old SIM|a laptop that's logged in|the recovery phone][, "
                "if that helps|, switched off|]."
            ),
            (
                "[I can't|Cannot] [receive texts|visit a shop|open attachments] [here|at the "
                "moment|until {weekday}]."
            ),
            (
                "[Please|Kindly] [no technical terms|one step at a time|assume I'm 80], [it's for "
                "{relative}|thanks|I print these out]."
            ),
            (
                "[I'm using|It's on] [a laptop with Windows|an Android tablet|an iPhone|a Chromebook][, "
                "quite old|, all updated|]."
            ),
            "[I need access|Must be in] by [{hour}|tomorrow|{weekday}][, really|, if at all possible|].",
            (
                "[I don't want|Please, I'd rather not|Let's find a way that doesn't force me] [to lose "
                "the data|to make a new account|to install anything|to pay someone]."
            ),
            (
                "[Already|I've] [cleared cookies|restarted everything|tried another browser][, no "
                "luck|, same thing|]."
            ),
            (
                "[The account|It] [is paid|has my card linked|isn't in my real name][, careful|, so I'm "
                "worried|]."
            ),
            (
                "[The address is|My login is] [an old provider's|a work one|a shared one] [that's "
                "gone|I no longer read]."
            ),
            "[Two people|{relative} and I] [share it|know the password|use that tablet][, if relevant|].",
            (
                "[It shows|The message says] ['try again in {number} hours'|'contact your "
                "administrator'|error {big}]."
            ),
            (
                "[Free|Nothing paid|Only built-in tools], [please|if possible|budget is zero|I'm on a "
                "pension]."
            ),
        ),
        followups=(
            (
                "[It says|Now it says|New message:] ['we couldn't verify you'|'code expired'|'account "
                "does not exist']. [Next?|Huh?|Meaning?]"
            ),
            (
                "[I'm in|It worked|Success]! [What should I change first?|How do I check who was "
                "there?|Do I log out elsewhere?|Thank you. And backup codes?]"
            ),
            (
                "[Where|In which menu] [is that setting|do I find it] [on a phone|in the new version|in "
                "the browser]?"
            ),
            (
                "[What if|And if] [I never had a recovery email|they ask for ID|the code goes to my old "
                "number] [again|]?"
            ),
            (
                "[How do I know|Can I be sure|Which clues tell me] [that mail is genuine|it isn't a "
                "scam|they're really support|I'm not being tricked]?"
            ),
            (
                "[Could you|Please] [write that shorter|make it a checklist for {relative}|translate "
                "the error for me]."
            ),
            (
                "[I don't see|There's no] ['try another way'|forgot button|'security' tab], [only a "
                "login box|on my version]. [Now what?|Elsewhere?]"
            ),
            (
                "[Still|It's still] [locked|nothing|the same loop] [after {duration}|on both devices], "
                "[any other route|who can override it]?"
            ),
            (
                "[Should I|Do I] [change the others too|tell my bank|delete the account][, to be safe|, "
                "or is that overkill|]?"
            ),
            (
                "[How often|When] should I [change it|check for leaks|update recovery info][, in "
                "reality|, honestly|]?"
            ),
        ),
        replies=(
            (
                "[Use 'try another way'|Choose another method] [on the sign-in page|when it asks for "
                "the code], [from a device you've used before|at home], [it trusts those more|as "
                "location counts]."
            ),
            (
                "[Wait|Leave it] [a full day|24 hours] [after repeated failures|once locked]; [each new "
                "try restarts the clock|then request one link only]."
            ),
            (
                "[Change the email password first|Secure your mailbox first|Begin with the mailbox], "
                "[then sign out everywhere|end all sessions], and [switch on two-step sign-in|check "
                "forwarding rules]."
            ),
            (
                "[I can't reset it for you|Only the provider can restore it|I have no access to "
                "accounts], but [here's what they'll ask|a clear message helps]: [when you opened "
                "it|last payment, old passwords]."
            ),
            (
                "[Four random words|A passphrase of four words] [are stronger|hold up better] than [odd "
                "symbols|a short complex one], [and easier to type|as length wins]."
            ),
            (
                "[Move the authenticator|Export the codes] [while the old phone works|before wiping "
                "it], and [print the backup codes|keep them offline] [somewhere safe|]."
            ),
            (
                "[Mail like that|A reset you didn't ask for] [may be phishing|is a warning sign]: "
                "[don't click|type the address yourself], [check recent activity|and report it]."
            ),
            (
                "[Hold the button|Press reset on the router] for [ten seconds|fifteen seconds], then "
                "[use the label's login|set a new one] [and rename the network|right away]."
            ),
        ),
    ),
    Topic(
        name="phone_setup",
        area="support",
        weight=1.0,
        concern=1,
        contexts=(
            (
                "[I just got|I've bought|{relative} gave me] [a new phone|my first smartphone|a "
                "refurbished one], [coming from the other system|the box has no manual|all menus are "
                "different]."
            ),
            (
                "[The phone is|It's] [{small} years old|secondhand|a cheap one from a supermarket], "
                "[barely any storage|but I'd like to keep it|battery so-so]."
            ),
            (
                "[I'm seventy-four and|At eighty-one I'm|Being 68, I'm] [not very technical|proud of "
                "getting this far|learning slowly], [so patience please|grandchildren are far]."
            ),
            (
                "[After|Ever since] [the update|I dropped it|the move to {country}] [it's slow|nothing "
                "rings|the battery is empty by noon]."
            ),
            (
                "[We're giving|I'm giving] it to [our daughter, {child_age}|my mother|a nephew], [so it "
                "must be simple|with limits|as a birthday thing]."
            ),
            (
                "[I travel|We go] to [{country}|{country} in {month}], [roaming is expensive|never used "
                "an eSIM|two weeks without wifi]."
            ),
            (
                "[My eyes aren't what they were|My hearing is poor|Arthritis makes small buttons hard], "
                "[so bigger everything|help me out|hence the question|a nuisance]."
            ),
            (
                "[The shop|The guy at the counter|My provider] [set it up in two minutes|offered it for "
                "{money}|said it's easy], [ha|and I nodded]."
            ),
            (
                "[I have|There are] [two SIMs|a work profile|three email accounts], [one for the "
                "job|must stay separate|it's a jumble]."
            ),
            (
                "[The old one|My old phone] has [a cracked screen|no charge left|half a life of "
                "photos], [touch works on the left half|and I need what's on it]."
            ),
            (
                "[I keep|I'm always] [running out of space|missing calls|getting pop-ups], [drives me "
                "mad|several times a day|since {month}]."
            ),
            (
                "[No cloud|I don't trust the cloud|I never signed up for a backup|Backups to my own "
                "disk only], [just cables|for privacy|call me old-fashioned]."
            ),
            (
                "[Wifi|The signal] at home is [weak|fine|patchy upstairs], [mobile data capped|I live "
                "outside {city}|which may play in]."
            ),
            (
                "[It worked|Everything was fine] [yesterday|until {weekday}|before the restart], [I "
                "touched nothing|I swear|then poof]."
            ),
            (
                "[Work requires|My bank needs] [an app|a screen lock|encryption] [by {weekday}|since "
                "{month}], [and I'm stuck halfway|it refuses my phone]."
            ),
            (
                "[I'm blind|I've low vision|{relative} is hard of hearing], [using voice "
                "control|captions matter], [so please describe without icons|tell me where to tap by "
                "name]."
            ),
            (
                "[My teen|A colleague|{name} next door] [changed my settings|put it in "
                "[Korean|Finnish|Greek]|installed things], [for fun|then left|and can't undo it]."
            ),
            (
                "[Honest confession:|I admit it,] [I've avoided this for months|I only use it for "
                "calls|settings scare me], [but now I have to|so let's go]."
            ),
        ),
        asks=(
            (
                "[How do I|What's the easiest way to] [move|transfer] [contacts and photos|my "
                "chats|everything] from [an Android to an iPhone|an old phone with a broken screen|one "
                "SIM to the other]?"
            ),
            (
                "[My battery|The battery] [dies by noon|drops ten percent in minutes|drains overnight]. "
                "[What do I turn off?|Is it the phone or an app?|How do I find the culprit?]"
            ),
            (
                "[Walk me through|Guide me through] [the first setup|adding my work email|pairing a "
                "headset|voicemail], [tap by tap|in the right order|I'm holding it now]."
            ),
            (
                "Why [won't|doesn't] my phone [connect to wifi|pair with the car|ring for certain "
                "people|rotate the screen] [any more|since the update|]?"
            ),
            (
                "[Make|I want to make] [text and icons bigger|the screen less blue|it usable for a "
                "senior|it child-proof], [which settings|where's that hidden]?"
            ),
            (
                "[Free up|How can I free up] [space|storage] [without losing photos|when 'other' takes "
                "30 gigs|on a phone with no card slot]?"
            ),
            (
                "[Set|How do I set] [screen time|app limits|a web filter] [for a "
                "{child_age}-year-old|that they can't switch off|on two devices]?"
            ),
            (
                "[eSIM|I need an eSIM] [for {country}|alongside my normal SIM]: [when do I activate "
                "it|how do I avoid roaming charges|will my number still work]?"
            ),
            (
                "[Is there|Isn't there] a way to [block spam calls|record a voice memo|hide an "
                "app|silence a group] [on a normal phone|without another app|]?"
            ),
            (
                "[Back up|What's a good way to back up] [messages|thousands of photos|the whole phone] "
                "[to a computer|before I hand it in|and check it worked]."
            ),
            (
                "[Notifications|My alarm|The ringtone] [stopped|makes no sound|only works now and "
                "then]. [I checked the volume.|Which switch did I hit?|Do-not-disturb is off.]"
            ),
            (
                "[Which|What] settings [should I change|would you change] on [a new Android|a new "
                "iPhone|a secondhand phone] [for privacy|on day one|to save battery]?"
            ),
            (
                "[Wipe|How do I wipe] [an old phone|a cracked phone] [before selling it|if the screen "
                "is black] [so that nothing can be restored|]?"
            ),
            (
                "[Write|Make] [a cheat sheet|simple instructions] for [my mother|an older neighbour]: "
                "[video calls, photos, torch|answering, texting, emergencies][, large print|]."
            ),
            (
                "[Keyboard|The keyboard] [switched to another language|corrects every word|vanished "
                "behind the app]: [how do I get it back|add [Polish|Greek|Danish] letters|turn that "
                "off]?"
            ),
            (
                "[Can I|Could I] [use my phone as a hotspot|pay with it|find it when it's lost|print "
                "from it], [and what do I need first|is it safe]?"
            ),
            (
                "[screen is|My screen is] [black and white|zoomed in and stuck|reading everything "
                "aloud] [all of a sudden|and I can't undo it]. [Help!|How do I stop it?]"
            ),
            (
                "[Should I|Is it worth it to] [update|reset|repair] a phone [from {year}|with 32 "
                "gigs|that keeps restarting], or [buy something simple|leave it]?"
            ),
            (
                "[Share|How do we share] [a calendar|photos|our location] [between his Android and my "
                "iPhone|with the whole family|for a single evening]?"
            ),
        ),
        terse=(
            "[transfer|move] [contacts|photos|chats] [android to iphone|iphone to android|broken screen]",
            "[battery|storage] [draining fast|full|other data] [fix|which app|after update]",
            "[new phone|first smartphone] [setup|checklist|senior] [step by step|large text|]",
            "[esim|dual sim|roaming] [setup|abroad|turn off data] [how|]",
            "[parental controls|screen time] [age {child_age}|bypass proof|two devices]",
            "[wifi|bluetooth|car play] [won't connect|keeps dropping|after update] [phone|]",
            "[block|stop] [spam calls|pop ups|autocorrect] [android|iphone|]",
            "[factory reset|wipe] [before selling|black screen|locked] [phone|tablet]",
            "[backup|restore] [whatsapp|photos|sms] [to pc|no cloud|new phone]",
            "[ringtone|alarm|notifications] [no sound|silent|delayed] [settings|]",
        ),
        details=(
            (
                "[It's an|I have an] [iPhone|Android][, five years old|, latest version|, bought in "
                "{month}|, whatever came cheapest]."
            ),
            "[I've no|There's no] [computer|wifi at home|second phone] [to help|here|around].",
            (
                "[Explain|Describe it] [slowly|by button names|without abbreviations], [please|I'm "
                "reading on the same phone|I write it down]."
            ),
            (
                "[I don't want|I'd rather not] [an account|to pay|cloud storage][, if avoidable|, on "
                "principle|]."
            ),
            "[The storage is|It has] [64 gigs|nearly full|{number} percent free][, it says|].",
            (
                "[It should|Has to|I'd like it to] [take ten minutes|survive a restart|work "
                "offline|cost nothing]."
            ),
            (
                "[I can|I'm able to] [borrow a cable|visit {relative}|use a library computer] [if "
                "needed|on {weekday}]."
            ),
            (
                "[I've already|Already] [restarted twice|taken the SIM out|reset the network][, no "
                "change|, same result|]."
            ),
            "[Nothing may|The photos must not] [be lost|get mixed up|go public][, ever|, above all|].",
            (
                "[The language|It] is set to [German|Spanish|English], [so menu names differ|translate "
                "if you can]."
            ),
            "[My plan|The contract] [includes {small} gigs|is prepaid|has no data][, I think|].",
            (
                "[It's for|I'm doing this for] [{relative}|a child of {child_age}|my gran][, not me|, "
                "by phone|]."
            ),
        ),
        followups=(
            (
                "[I don't see|There's no] [that menu|'system' entry|such button] [on mine|in this "
                "version], [where else|is it renamed]?"
            ),
            "[Done|Ok done|That worked]. [Next?|How do I check?|Do I restart?|Can I undo it later?]",
            (
                "[It's asking|Now it wants] [for a code|me to sign in|to erase everything], [do I "
                "agree|is that normal|what do I tap]?"
            ),
            (
                "[How long|How much time] [does the transfer take|will it need] [for {number} gigs|over "
                "wifi|], [can I use it meanwhile|is overnight fine]?"
            ),
            (
                "[What if|And if] [the old phone won't turn on|I've forgotten the screen code|it fails "
                "halfway]? [Lost?|Start again?|]"
            ),
            (
                "[It's back|The problem's back|Same again] [after a restart|today|since {hour}]. [Other "
                "ideas?|Hardware?|Now what?]"
            ),
            (
                "[Does|Would] that [delete anything|cost data|affect my alarms][, just checking|, to be "
                "sure|]?"
            ),
            (
                "[Can you|Could you] [put it in big simple steps|do the iPhone version|shorten "
                "that|make a printable list] [for {relative}|]?"
            ),
            "[Which|Any] [cable|app|model] [would you get|is enough] [for that|under a hundred]?",
            (
                "[Will|Could] [my bank app|the chats|their photos] [still be there|move too|need "
                "setting up again]?"
            ),
        ),
        replies=(
            (
                "[Open Settings|Go to Settings], [search for the word|use the search field at the top], "
                "and [tap the result|switch it on]; [names vary by model|it saves hunting]."
            ),
            (
                "[Charge both phones|Keep both plugged in|Put both on the charger], [put them on the "
                "same wifi|side by side], and [choose 'copy from another device'|start the transfer "
                "before bed]."
            ),
            (
                "[Check battery use by app|Look at the battery page|In settings, look at battery use], "
                "[one item usually stands out|it lists the hungry ones]; [limit it in the "
                "background|reinstall it]."
            ),
            (
                "[Back up first|Make a copy first], [then sign out of the account|remove the lock], "
                "[and only then erase it|finally reset] [from the settings menu|]."
            ),
            (
                "[That's a shortcut|You've hit an accessibility shortcut|Nothing is broken, that's a "
                "gesture]: [press the side button three times|triple-tap with three fingers] [to turn "
                "it off|and it goes back]."
            ),
            (
                "[For a child|On a young user's phone], [set a family group|add a child account], "
                "[limits go on your phone|and keep the code to yourself] [from the start|]."
            ),
            (
                "[Install the eSIM at home|Add it over wifi before leaving|Load the eSIM before the "
                "trip], [switch it on when you land|label it 'travel'], and [turn off roaming on the "
                "main line|choose it for data]."
            ),
            (
                "[Toggle airplane mode|Forget the network and rejoin], [restart|then reset network "
                "settings], [in that order|before anything drastic]; [saved wifi keys are lost by the "
                "reset|most cases end there]."
            ),
        ),
    ),
)
