"""What English writers say who name a service without being its customer; `words` says how to read the lists."""

CUES = {
    6: """
    <pretend>…@|@…imperson*/imitat*/pretend*|@…<figure>&<reported>|<figure>…@&<reported>|@…<workplace>…<work>|
    <work>…@…team/role/job/post/internship|the…@…team
    """,
    3: """
    don't own a domain|do not own a domain|not a customer|never been a customer|no account with|
    don't have an account|I have no account|I'm no customer|neither a customer|@…<sent>&<bogus>|<sent>…@&<bogus>|
    <mine>…<piece>…<taken>|<taken>…<mine>…<piece>|<others>…<record>|<hole>&<tell>|@&<hole>&<tell>|<office>&<ask>|
    <boss>…<ordered>|<insider>&<hide>|@&<publication>&<favour>|<we>&<deal>|@…<deal>&negotiat*/who handles/whom do I/
    who decides/our|<corporate page>&<impaired>|<hold>&<person>|@…<curious>|<curious>…@|employed at…@|@…staff/
    employee*/spokes*/founder*
    """,
    2: """
    neighbour's|asks people for|my stake|turned a profit|where I sell|Interpol|sponsor our|who painted|who draws|
    who drew|who sings|who designed|the company wish|your company|wish to respond|respond before|lost customer|
    documentary|meet the people|the people who/the person who/whoever…run/runs/began/started/built/made/rents/uses|
    illustrator|my class|our school|my pupils|who arranges|who handles|your name on|at half price|caller|
    another provider|scrap*…our/my|bot…on…@|bot living|anybody confirm|anyone can confirm|a hole|small hole|
    lives on after|still works after…signing out/logging out|show you how|off every list|off your list|leaflet*|
    embassy|consulate|our police|user behind|person behind|through an agency|no names|skip the|my niece|my nephew|
    on the bus|without asking|trades on|registered brand|holder of a|next fiscal year|long-term holder|
    on our behalf of|report*…that…@|wedding pictures|thesis|dissertation|research*|survey|study on|interview|
    for an article|journalist*|stolen|pirat*|infring*|copyright*|trademark*|defam*|vulnerab*|exploit*|hole in|
    flaw in|phish*|scam*|fraud*|impost*|<stranger>…@|@…<stranger>|detective|prosecutor*|whistleblow*
    """,
    1: """
    shareholder*|investor*|journalist*|reporter*|editor|intern|interns|internship*|researcher*|your group|
    headquarters|head office|police|court|lawyer|student*|company|staff|anonymous*
    """,
}
