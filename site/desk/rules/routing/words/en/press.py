"""What people write in English to the press desk; `words` says how to read the lists."""

CUES = {
    6: """
    @&<publication>…<favour>|@…talk to me before
    """,
    3: """
    I'm a reporter|I am a reporter|I'm an editor|I am an editor|I'm the editor|I am the editor|television crew here|
    editor for the|local radio here|newspaper here|we are a newspaper|we are a television|record a podcast|
    a quote from|a quote on how|a quote about|museum magazine|I edit a|may we reproduce|sit for a|short interview|
    anime quarterly|<publication>&<favour>&I present/I cover/I write for/I'm writing for/our weekly/our daily/
    our podcast/our programme/our readers/our listeners|schoolbook|breakfast programme|local radio|
    explain*…to listeners/to readers/to viewers|running a piece|may we print|may I film|can I film|film the|
    travel show|from your rooftop|your side of|before we go to print|trade magazine|chairman on|podcast on|
    could I get a quote|fact check|journalist*|reporter*|newspaper*|magazine*|press release*|press office|
    press contact|press kit|press enquiry|press inquiry|press officer|press pass|press accreditation|media enquiry|
    media inquiry|media request|media kit|media contact|interview with|request an interview|interview your|
    interview someone|interview the|for an interview|documentary|film crew|camera crew|filming|broadcaster|
    broadcast*|television|TV crew|TV station|TV programme|TV program|radio programme|radio show|podcast|editor|
    editorial|freelance writer|correspondent|news agency|newsroom|newswire|for a story|our story|the story|
    an article about|article on|writing an article|writing a piece|writing a feature|a piece on|feature on|
    on the record|off the record|for comment|a comment from|statement from|official statement|fact-check*|
    fact check*|deadline is|on deadline|spokesperson|spokesman|spokeswoman|high-resolution logo|hi-res logo|
    vector logo|logo file*|use your logo|using your logo|reprint|textbook|embargo*|quote from your|press photo*|
    photo of your|publication|tomorrow's edition|next edition|next issue|our next issue|a line from|
    line from management|edition&statement/comment/quote/line|rooftop…film/shoot/shot|city views…film|school paper|
    press trip|our anchor|news programme|news program|news item|newscast|reportage|photographer for|photo shoot|
    photo essay|history of…book/article/documentary/film|biograph*|ghostwriter|translator of a book|morning show|
    two-minute clip|clip with|profile of|who speaks for the company|speaks for the company|
    speak on behalf of&article/story/report|I produce a…show/programme/program/film|we produce a…show/programme/
    film/documentary|on air|our magazine|our paper|our newspaper|our website covers|trade paper|trade publication|
    we cover…tech/Japan/business|I cover…for|beat reporter|news site|news desk|quotable|background briefing|
    briefing for journalists|interview…president/CEO/CTO/engineer/founder/staff|exclusive|embargoed|
    press conference|press event|review copy|guidebook|writing about|writing for|write for a…magazine/paper/
    newspaper/site/journal/daily/weekly|for a…daily/weekly/newspaper/magazine/journal/broadcaster/paper…write/
    writing/report*/story/article/piece/feature/interview*|preparing a feature|a feature about|on our podcast|
    on our show|our listeners|our viewers|our readers|before we print|before we publish|before publication|
    goes to print|going to print|paper closes|goes to press|going to air|goes on air|print a picture|print a photo|
    use a photo|use a picture|picture of your…headquarters/building/office/president/founder|someone comment|
    somebody comment|anyone comment|give a statement|on camera|film in/film at/film your/shoot a/shoot in…office/
    lobby/building/headquarters/scene|follow-up story|following yesterday's|reporter|school newspaper|
    student newspaper|student paper|correction to your release|press list|press mailing|media list|may we quote|
    can we quote|may I quote|quote you|attributed to|logo…article/book/print*/publish*/slide/broadcast/vector/file/
    high-res*/permission|talk to…about…article/story/piece/feature/report
    """,
    2: """
    press|media|interview*|logo|quote|comment|deadline|article|column|story|publish*|film|video crew|columnist|
    trade journal|newsletter|author|book|chapter|photograph*|reproduce|readers|producer|print edition|outage story|
    writing|print|reader*|guidebook|headquarters|paper|daily|weekly|photo|picture|broadcast|camera|CTO|
    craft magazine|reporting
    """,
    1: """
    outage|president|CEO|picture|image|permission|statement
    """,
    0: """
    get a quote|need a quote|a quote for|a quote in|a quote to|send a quote|price quote|receive a quote|be live on|
    go live on|live on Monday|live on Tuesday|live on Friday|printed my|printer|paper bill|paper invoice|
    daily backup|print my|media library|WordPress article|help article|the article at|support article
    """,
}
