"""Requests to build or repair web pages: HTML, CSS, JavaScript, site builders."""

from clio.synthetic.grammar import Topic, lines

TOPIC = Topic(
    name="build_web_page",
    area="software",
    weight=1.3,
    concern=1,
    contexts=lines("""
        [It's|The site is] for [my photography|a yoga studio|our sports club|{relative}'s bakery|a local \
            band|{company}].
        [I know|I only know] [some HTML|a bit of CSS|React but not CSS|nothing about code], [so|therefore] \
            [simple is good|please explain].
        [On my phone|On mobile|On small screens] the [menu|hero image|footer|gallery] [overlaps the \
            text|gets cut off|is huge|disappears].
        [We're using|It's built with] [Bootstrap|Tailwind|plain HTML|WordPress|Next.js|Wix].
        [I host|It's hosted|It will be] on [GitHub Pages|Netlify|a cheap shared host|our own server].
        [The old|Our current|My existing] [page|site] [looks like|dates from] [{year}|the nineties|a school \
            project].
        [Works|It looks fine] in [Chrome|Firefox], [but|only] [Safari|the iPad|Edge] [breaks it|shows a \
            blank page|ignores the grid].
        [Visitors|Customers|Parents] [should|need to] [book|find the opening hours|sign up|see prices] \
            [quickly|in two clicks|without scrolling].
        [The colours|Our colours] are {color} and {color}, [the font is|with] [Inter|Georgia|something \
            rounded].
        [I copied|I took] [a template|a codepen|a theme] and [changed|messed with] [the grid|the header|a \
            few classes].
        [Launch|The opening|Our event] is [on {weekday}|in {month}|in {small} weeks].
        [I'm|I am] [a {job}|retired|a student], [building sites|this] is [a hobby|new for me|not my job].
        [There's|I have] [a contact form|a slider|a dark mode switch|a map] [that|which] [does \
            nothing|won't load|jumps around].
        [The|My] [images|photos] are [{small} MB each|straight from a camera], [so|and] the page \
            [crawls|takes ages].
        [Somebody|A customer|{relative}] who [uses a screen reader|is colour blind] [can't use it|complained].
        [A freelancer|An agency] [quoted|wanted] {money} [for it|for five pages], [too much for us|so I try \
            it myself].
        [It's|This will be] [one page|five pages|a landing page|a portfolio] with [a gallery|testimonials|a \
            price list|a timeline].
        [The dev tools|Chrome's console] [show|shows] [a CORS error|undefined is not a function|404 for the \
            css|nothing at all].
    """),
    asks=lines("""
        [Make|Build|Code] me [a simple|a clean|a one-page] [landing page|website|portfolio] [for|about] [a \
            dog groomer|my choir|a food truck|a wedding] [with|including] [a form|photos|opening times].
        [How do I|What's the trick to] [centre|center] [a div|text over an image|a card] [vertically|both \
            ways] [in CSS|with flexbox|nowadays]?
        [Why won't|Why doesn't] my [CSS|stylesheet|media query|flexbox] [load|apply|work|show up] [on \
            mobile|after deploying|in Safari]?
        [I want|{ineed} make] [a navbar|a sticky header|a hamburger menu] that [collapses|hides on \
            scroll|stays on top] [on phones|on small screens|].
        [{canyou} write|Give me] [the HTML and CSS|code] for [a pricing table|three cards in a row|a footer \
            with columns|an image gallery][?|.]
        [Contact form|My form], [where|how] [does|do] the [message|data] [go|get sent] without [a \
            backend|php|a server]?
        [What's|Which is] [better|easier] for [a small shop|a blog|a restaurant site], [WordPress or \
            Squarespace|Wix or plain HTML|React or nothing]?
        [Turn|Convert|Rebuild] this [sketch|Figma design|Word document|pdf menu] [into|as] [a responsive \
            page|HTML|a web page].
        [Add|Put in|I'd like to add] [dark mode|a cookie banner|a language switch|smooth scrolling] [to|on] \
            [my site|an existing page], [how|what code]?
        [My|The] button [does nothing|only works once|submits twice] [when|if] [clicked|tapped], \
            [here's|the code is] the [javascript|js]: document.querySelector('.btn').onclick = \
            [save()|open|go()]
        [Explain|What is] the difference between [grid and flexbox|padding and margin|rem and px|relative \
            and absolute][?|, I mix them up.]
        [Make|Get] [my website|this page|the homepage] [load faster|score better on \
            Lighthouse|accessible|readable on phones].
        [How can|Can] I [connect|point|use] [my own domain|a domain from another provider] [with|to] \
            [GitHub Pages|Netlify|Wix|my hosting]?
        [The images|Pictures|Cards] [stretch|have different heights|leave gaps] in [the grid|my gallery|a \
            row], [fix|what's the css fix]?
        [Write|I'm looking for] [a small|some] [javascript|script] [to filter a list|for a countdown|that \
            shows a popup once|to toggle tabs].
        [Which|what] sections [should|does] [a homepage|a portfolio|a landing page] [for a {job}|for a \
            club|] [have|need], [and in what order|top to bottom]?
        [Embed|Include|Show] [a Google map|a YouTube video|an Instagram feed|a calendar] [without|but no] \
            [slowing the page|cookies|an API key][?|.]
        [Help me|I'd like to] [start|set up] [a website from scratch|my first web page], [which|what] \
            [files|tools|steps] [do I need|come first]?
        [Footer|The footer|My sidebar] [won't|doesn't] [stay at the bottom|stick|line up] [when there's \
            little content|on long pages], [how come|what am I missing]?
    """),
    terse=lines("""
        [center|centre] div [vertically|horizontally|flexbox|css grid][| please| advice]
        [responsive|sticky|hamburger] [navbar|menu|header] [html css|example|no javascript]
        [landing page|portfolio|one page website] [template html|for {job}|code]
        css [grid vs flexbox|not loading|not working on mobile|media query example][| help| tips]
        [contact form|newsletter signup] [without backend|html|netlify|static site][| beginner| today]
        [javascript|js] [toggle class|countdown timer|filter list|modal popup] [code|example|simple]
        [custom domain|own domain] [github pages|netlify|wix] [setup|dns|]
        [website|wordpress] [slow|loading time|too many images] [fix|how to speed up]
        [dark mode|image gallery|pricing table|accordion] [css|html|code snippet]
        [wordpress|wix|squarespace] [vs|or] [html|shopify|webflow] for [small business|blog|restaurant]
        [footer|div|image] [stick to bottom|overlapping|not aligned] css[| help| tips]
    """),
    details=lines("""
        [No|Without] [frameworks|jQuery|JavaScript|external fonts][, just plain css|, please|].
        [Must|It should] [work|look good] on [phones first|old iPads|all browsers|a projector].
        [Everything|All of it] in [one file|a single html file], [so I can paste it|ready to copy][.|, that \
            helps me.|]
        [Colours|I'd like] {color} [and|with] {color}[, calm look|, lots of white space|].
        [Use|Stick to] [Tailwind|Bootstrap 5|semantic html|CSS variables][.|, that helps me.|]
        [Comment|Please comment] [the code|each part] so [I can change it|{relative} can edit it].
        [Should|It has to] be [accessible|readable for older people|usable by keyboard][.|, that helps me.|]
        [Free|Cheap] [hosting only|tools only], [no|without] [monthly fee|subscription].
        [Placeholder|Dummy] text is [fine|ok|enough] [for now|at first].
        [Keep|I want] it [minimal|playful|serious|modern], [nothing flashy|no animations].
        [Text|Content] [in two languages|comes later|is in German|stays short][.|, that helps me.|]
        [And|also] [a spot|room] for [a logo|our sponsors|{number} photos].
    """),
    followups=lines("""
        [Now|ok now] [the menu|the image|the text] [is too wide|is off|covers the logo] on [my phone|tablet].
        [Can|could] [it|the button] be [bigger|{color}|rounded|on the right]?
        [Where|in which file] [do I|should I] [put|paste] [this|the script|that css]?
        [add|Please add] [a second page|social icons|a hover effect|a back to top link] [too|].
        [How|and how] do I [upload|publish|put] [it|the site] [online|on my domain]?
        [Why|what's] [!important|z-index|the viewport tag] [for|needed]?
        [it looks|Looks] [great|better], [but|only] [there's a white gap|the fonts differ|it flickers].
        [Could you|can you] [split|separate] [css and html|it in files|the sections]?
        [Does|will] [this|that] [work|show] [in Safari|on old phones|without internet]?
        [can I|is it ok to] [use|take] [any photo|google fonts|this template] [legally|for free]?
    """),
    replies=lines("""
        [Set|Give] the parent display: grid [and|with] place-items: center[; that's all it takes|].
        [Here's|This is] a single file with header, [gallery|services] and contact section; [swap in your \
            text|replace the placeholders].
        Your [viewport|meta viewport] tag is missing, so phones [zoom out|render the desktop width].
        [Give|Set] the images object-fit: cover and a [fixed aspect ratio|common height], then the [cards \
            line up|gaps vanish].
        [For a static site|Without a server], a form service [can receive|forwards] the messages[ to your \
            inbox|].
        [Compress|Resize] the photos to about 1600 px and [serve|save] them as WebP[; loading drops a lot|].
        [Flexbox|Use flexbox] for one direction, [grid|and grid] for rows and columns [together|at once].
        [Add|Point] a CNAME record [at|from] your domain provider, [then|and] enter the name in the [site's \
            settings|dashboard].
    """),
)
