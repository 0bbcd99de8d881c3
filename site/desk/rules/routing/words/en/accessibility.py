"""What people write in English to the desk for this website; `words` says how to read the lists."""

CUES = {
    6: """
    <corporate page>&@&<impaired>&<unable>|<corporate page>…@…<unable>
    """,
    3: """
    by ear|have no words|pictures have no|<corporate page>&<impaired>…<unable>|<corporate page>…<unable>&<impaired>|
    head pointer|logs me out before|before I've finished|reader reads|my reader|red and green only|look alike to me|
    date picker|don't use a mouse|do not use a mouse|can't get past|screen reader*|screenreader*|NVDA|JAWS|
    VoiceOver|TalkBack|alt text|alternative text|caption*|subtitle*|colour-blind|color-blind|colour blind*|
    color blind*|low vision|partially sighted|visually impaired|visual impairment|blind user|I am blind|I'm blind|
    am blind|blind visitor|legally blind|deaf|hard of hearing|hearing loss|hearing impair*|sign language|braille|
    keyboard only|only a keyboard|only the keyboard|with the keyboard|keyboard trap|tab key|focus ring|
    focus indicator|focus outline|contrast|accessib*|WCAG|dyslexi*|epilep*|seizure*|photosensitiv*|migraine*|
    dark mode|dark theme|larger text|bigger text|text size|font size|tiny print|small print is|enlarge*|magnif*|
    zoom to 200|zoom in|zoomed|reduced motion|motion sick*|vestibular|flicker*|flashing|tremor*|cannot use a mouse|
    can't use a mouse|switch device|eye tracking|voice control|dragon naturally|text-to-speech|transcript*|
    easy read|plain language|cognitive|aria label*|unlabelled|unlabeled|assistive|wheelchair|cataract*|reads aloud|
    read aloud|relay service|text relay|arthritis|carousel|without a mouse|send button…reach/keyboard/mouse/press|
    reach the send|can't reach…button/field/link/form|cannot reach…button/field/link/form|children…read/simple|
    simple words|easy language|button…pale/contrast/colour/too light|too light|too faint|faint…text/letters/print|
    letters…pale/small/thin/grey/gray/tiny|pale…letters/text/print|can't enlarge|cannot enlarge|unable to enlarge|
    hearing aid|read instead of hear|in writing instead|text version|plain text version|large print|
    your investor PDF|PDF…screen/read aloud/tagged/scanned/image|scanned image|no headings|skip link|focus…lost/
    jumps/invisible/disappear*|tab…order/stuck/jumps/through|mouse…cannot/can't/without|without mouse|colour alone|
    color alone|voice input|zoom…200/400/breaks/text/page|text…overlaps/cut off/too small/tiny|site…phone/
    mobile…unreadable/broken/tiny&company/corporate/your|motor impairment|Parkinson*|stroke&hand/type/mouse/form|
    autism|autistic|ADHD|page title missing|language of the page|no audio|has no audio|makes me dizzy|makes me sick|
    makes me ill|gives me a headache|gives me migraines|no way to stop it|can't stop it|cannot pause|
    no pause button|not read out|isn't read out|aren't read out|reads out|boxes instead of letters|garbled|mojibake|
    English…page/version/site…boxes/Japanese/missing/broken/outdated/wrong/empty/still/machine|your…site/website/
    page/home page/form/company page/corporate site…on my phone/on a phone/too small/can't read/cannot read/
    overlap*/broken/not load/won't load/blank/dead/error/404/typo/zoom*|link…dead/broken/404/leads nowhere/
    goes nowhere&company/corporate/your site/your page/press/investor|contact form…won't/doesn't/fails/error/cannot/
    can't/rejects/times out/submit|inquiry form…won't/doesn't/fails/error/cannot/can't/rejects/times out/submit|
    the submit button|submit button|send button|picture puzzle|CAPTCHA|cannot tell…red/green/colour*/color*|
    can't tell…red/green/colour*/color*|red and green|colours apart|colors apart|my eyesight|poor eyesight|
    failing eyesight|my eyes|my hands shake|shaky hands|one hand|with one hand|my mother/my father/my grandmother/
    my grandfather…read/see/hear/blind/deaf/type|session times out before|times out before I|too little time|
    more time to fill|moving banner|moving image*|auto-playing|autoplay*|slideshow|pop-up…covers/close/keyboard|
    outdated address on your|map on your…page/site|typo on your|misspelt|misspelled&page/site|stylesheet…missing/
    load
    """,
    2: """
    hard to read|can't read|cannot read|unable to read|illegible|too small|pale grey|light grey|light gray|
    grey text|gray text|disab*|impair*|keyboard|broken link*|dead link*|404|corporate site|corporate website|
    corporate page|company website|your website|your site|this website|this page|this site|this form|the form|
    web page|layout|stylesheet|PDF|typo|English version|untranslated|focus|announce*|unreadable|heading*|magnifier|
    colour|color|dizzy|blind|audio|banner|eyesight|read out|aloud|boxes|home page|puzzle|error messages|overlap*|
    English page|company page|phone screen
    """,
    1: """
    video|text|button|page|website|site|form|menu|link|screen|font|animation|label|image
    """,
    0: """
    keyboard layout|theme for the console|theme in the panel|theme for the panel|paper form|your order form
    """,
}
