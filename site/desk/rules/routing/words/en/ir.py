"""What people write in English to investor relations; `words` says how to read the lists."""

CUES = {
    6: """
    @…<figure>&<reported>|<figure>…@&<reported>|turnover/revenue/profit*…from…@|@…spun off/spin-off/divest*/
    sold off/listed|shares/shareholder*/investor*&@…spun/sold/value/profit*/worth/margin*
    """,
    3: """
    ISIN code|ISIN number|your sustainability report|record date|turned a profit|keep my stake|my stake in|
    stake in you|benefit for holders|interim amount|my shares sit|my shares are with|shares with a bank|pay-out|
    payout|resolution…vote/cast/ballot*/four/three/two/one|cast our ballots|cast our vote|stewardship|
    initiating coverage|the filings|inherit*…shares/stock|shares in my name|of your shares|note to my clients|
    segment*…reporting/change|before we vote|before the vote|turnover comes from|economics of|board plan*|
    withheld…dividend/pay-out/payout/broker/percent|my broker|hold…shares|holds…shares|pension fund|
    investor relations|investor*|shareholder*|stockholder*|annual report|integrated report|annual general meeting|
    general meeting|AGM|dividend*|earnings release|earnings call|earnings presentation|earnings report|
    financial statement*|financial results|quarterly results|securities report|share buyback|buyback|
    buy back of shares|treasury shares|voting right*|proxy voting|proxy advisor*|convocation notice|analyst at|
    equity analyst|equity research|sell-side|buy-side|portfolio manager|fund manager|hedge fund|asset management|
    asset manager|medium-term plan|mid-term plan|medium-term management plan|operating profit|operating margin|
    operating income|net income|EBITDA|segment revenue|segment results|segment breakdown|revenue breakdown|
    fact book|balance sheet|cash flow statement|share price|stock price|your shares|your stock|
    your company's shares|your company's stock|ticker|ADR|payout ratio|guidance for|full-year guidance|
    earnings guidance|corporate governance report|outside director*|independent director*|ESG rating|ESG score|
    capital allocation|free float|stock split|own shares|hold shares|holding shares|bought shares|shares in your|
    shares of your|impairment|goodwill|roadshow|non-deal roadshow|IR team|IR department|IR contact|IR officer|
    IR page|tender offer|takeover bid|credit rating|bond holder*|bondholder*|institutional investor*|
    retail investor*|average revenue per user|ARPU|buyback announced|how far along…buyback/plan|
    prospective investor|potential investor|asking as an investor|as an investor|consolidated sales|
    consolidated revenue|consolidated profit|bring in&sales/investor/consolidated|share certificate*|
    yearbook of companies|dividend…paid/pay/date/record/increase/cut|your dividend|price target|rating on your|
    initiate coverage|non-consolidated|capex|capital expenditure*|break even|breaks even|broke even|nominee|
    small stake|a stake in|our stake|minority shareholder*|attend the AGM|attend the meeting in person&shares/AGM/
    stake/nominee|how much…revenue/profit/capex/sales/income/EBITDA|which segment|what segment|reported under|
    reporting segment|earnings…call/date/calendar/release/transcript|results…date/presentation/call/webcast|
    IR…calendar/meeting/mail/mailing|one-on-one…management/CFO/IR/meeting|CFO|index inclusion|dilution|
    convertible bond*|debt maturity|bond…coupon/matur*/holder*|profit forecast|return on equity|
    shareholder benefit*|how much of/what share of/what percentage of/what proportion of/how many…profit/sales/
    revenue/turnover/subscribers/contracts&group/fund/invest*/shareholder/consolidated/last year/report/disclos*|
    hold/own/bought/inherited/sold/sell…shares/stock/share certificate*|third-quarter/second-quarter/first-quarter/
    fourth-quarter/half-year/full-year…figures/results/numbers/report|fund…manage*/run/analyst/invest*/small/cover/
    hold|I run a small fund|cover the sector|cover your company|sustainability questionnaire|rating house|
    rating agency|proxy season|share register*|shareholder register|transfer agent|withholding tax…dividend*|
    consolidated/equity-method…subsidiar*/affiliate*/account*|figures…disclos*/publish*/break down/released&quarter/
    segment/year/fund|lowered your forecast|cut your forecast|raised your forecast|revised forecast|
    revision of the forecast|write-down|material weakness|auditor's opinion|results briefing|briefing for investors|
    investing in your|thinking of investing|considering an investment
    """,
    2: """
    shares|stock|earnings|revenue|segment|fiscal year|quarter|quarterly|guidance|forecast|margin|analyst|equity|
    fund|governance|churn|share of sales|contribute to sales|percentage of sales|year on year|year-on-year|profit|
    IR|ESG|invest|investment|listed company|TSE|Tokyo Stock Exchange|nominee|custodian|dividend|results|
    third-quarter|questionnaire|sector|consolidat*|my broker|brokerage firm
    """,
    1: """
    disclose*|figures|growth|report|results|consolidated|group|subsidiar*|breakdown|translation
    """,
    0: """
    US shares|my US stock*|my dividends|dividends of my|foreign shares|fractional shares|shares a|shares the|
    shared server|shares my|stock photo*|in stock|out of stock|stock up|Slack|fundrais*|refund*
    """,
}
