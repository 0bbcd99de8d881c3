"""What people write in English to the whistleblowing desk; `words` says how to read the lists."""

CUES = {
    6: """
    <boss>…<ordered>&<wrong>&<hide>/ticket*/bonus/customers|<insider>&<hide>|<ordered>…<wrong>&<insider>|
    @&<insider>…told/made/paid&<wrong>/<hide>|keep me out of it
    """,
    3: """
    as a former employee|I am a former employee|I'm a former employee|former employee of yours|your former employee|
    no names, please|<insider>…asked to/told to/made to…skip/lie/hide/sign/backdate|I answer phones|skip the risk|
    <insider>&<wrong>&<hide>|makes us|must stay unnamed|stay unnamed|below the legal minimum|I'm one of them|
    when they aren't|keep me out of|told to backdate|to backdate|one of your suppliers|pays its people|whistleblow*|
    whistle-blow*|whistle blow*|blow the whistle|anonymously|remain anonymous|stay anonymous|anonymous report|
    anonymous tip|keep my name|my name out|protect my identity|not be named|without giving my name|retaliat*|
    reprisal*|compliance hotline|compliance line|ethics line|ethics hotline|speak-up line|speak up line|
    report misconduct|misconduct|wrongdoing|embezzl*|bribe*|bribery|kickback*|kick-back*|slush fund|
    cooking the books|cooked the books|falsif*|fabricat*|backdat*|inflated invoices|inflate invoices|inflating|
    fake invoices from|accounting fraud|insider trading|insider dealing|bid rigging|bid-rigging|unpaid overtime|
    overtime is not|overtime unpaid|forced overtime|wage theft|my manager|my boss|my supervisor|our manager|
    our supervisor|my department head|told us to hide|told to hide|told to lie|told to delete|told to shred|
    told us to|ordered us|ordered to|we were told|we are told|pressured to|pressure to mis*|sexual harassment|
    power harassment|bullying at work|cover up|covering up|covered up|cover-up|conceal*|illegal practice*|
    breach of law|breaking the law|violat* the law|labour law|labor law|subcontract law|mis-sell*|misselling|
    mis-selling|sells customer lists|selling customer lists|sold customer data|expense fraud|false expense*|
    as an employee|I am an employee|I'm an employee|employee of|I work in your|I work at your|I work for your|
    bidders|tender…agreed/fixed/rigged/inside|agreed on prices|price fixing|price-fixing|cartel|someone inside|
    somebody inside|I saw the mails|I saw the documents|I have seen the books|trips that never|
    never took place…trip*/expense*/claim*|claims travel|travel expenses…fake/never/false|cries every day|
    crying…new/junior/colleague|screams at|yells at|shouts at…us/staff/junior/colleague*|bullies|bullied…manager/
    boss/colleague*/team|unneeded…work/service*/charge*…customers/pay|charge customers for|charging customers for|
    overcharg*…customers/we/our|make customers pay|customers pay for work|edits our…timesheets/hours/records|
    timesheet*|time sheets|overtime disappears|can't sign this|cannot sign this|can't give my name|
    cannot give my name|can't put my name|no name please|nameless|I'd rather stay|rather stay anonymous|
    prefer not to…name/say who/sign|don't want…name/boss/manager/to be known|do not want…my name/to be known/
    to be identified|afraid to…speak/sign/say/report|scared to…report/sign/speak|we are being made|we're being made|
    are made to|being told to|been told to|has told us|tells us to|tell us to…lie/hide/sign/say/work/delete|
    orders us|sign for customers|signing customers up|sign up customers without|without their consent…contract*/
    sign*/customer*|forging|forge|forges|doctored|altered records|tampered…records/data/results/reports|
    bogus invoices|sham contract*|shell company|conflict of interest|nepotism|discriminat*&manager/boss/colleague/
    work/staff|unsafe…work/site/practice*|safety…violat*/skipped/ignored|illegal…work/dumping/practice*/overtime/
    dispatch|dispatch worker*|temp worker*|my name to come up|my name mentioned|my name to be|keep me out|
    keep this between|keep my identity|don't reveal my|do not reveal my|don't tell my|do not tell my|
    please don't tell|without my name|without giving a name|I'd rather not say who|I would rather not say who|
    afraid of losing|fear for my…job/contract/position|fear losing|could lose my job|cost me my job|lets suppliers|
    let suppliers|suppliers pay|supplier* pay|takes money from|takes gifts|takes cash|accepts gifts|accepted gifts|
    expect gifts|expects gifts|demand gifts|gifts before|asks for cash|make us lie/made us lie/makes us lie/
    make us say/make us tell/make us sign/made us sign/make us work/makes us work/force us to/forces us to/
    asked us to lie/asks us to lie/told to say/instructed to|lie about the|we clock out|clock out and|off the clock|
    unpaid hours|hours that are not paid|working hours…altered/changed/edited/falsified|time sheets…altered/changed/
    edited/falsified|director in my|in my department|in our department|head of my|my team leader|my team lead|
    our team leader|our shop manager|employed by the|I'm employed by|I am employed by|I work for the…call centre/
    call center/agency/contractor/supplier/shop/company…that/which/answers/sells&lie/fake/false/hide/cheat/told/
    pressur*/quota/illegal|I work in one of your|I work at one of your|I work inside|inside your company|
    inside the company|insider|a colleague of mine|cheats customers|cheat customers|cheating customers|elderly…sign/
    mislead/pressure/trick/sell&we/us/boss/manager/told/work|counting sales twice|booked twice|bookings are false|
    numbers are made up|made-up numbers|books are|holidays&suppliers|bill* for work…never/not done|
    charges for work never|invoices for work never|dumping waste|safety tests…skip*/fak*/forged|test results…fak*/
    forged/made up|personal purchases…company/expense*|company card…personal/private/holiday*
    """,
    2: """
    our director|anonymous|anonymity|employee|contractor|subcontractor|internal|colleague*|supervisor|manager|boss|
    work for a|work at|work in a|I work|staff|compliance|ethics|illegal*|unlawful|audit*|evidence of|overtime|
    forged|shredd*|hide|hiding|lie to|secretly|supplier|department|suppliers|gifts|lie|clock out|my manager|
    employed|call centre|call center|quietly|fear|director|colleague|made up|privately|expenses|cheat*
    """,
    1: """
    report|company|department|office|invoice*|expenses|records|team|agency|customers
    """,
    0: """
    don't tell my data|my department's domain|our compliance needs|in my department's|account manager|tag manager|
    file manager|package manager|manager app|Minecraft manager|password manager|task manager|secrets manager|
    domain manager
    """,
}
