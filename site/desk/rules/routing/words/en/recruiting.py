"""What people write in English to recruiting; `words` says how to read the lists."""

CUES = {
    6: """
    @…<workplace>…<work>|<work>…@…team/role/job/post/internship|the…@…team|@…come on staff/on staff/taking students/
    role/internship|second interview for&@
    """,
    3: """
    have jobs for|any jobs for|have a job for me|openings for trainees|openings for interns|
    intern|interns|still send my|engineering students|spend a week with|spend a day with|class of…students|
    illustrator…ad/closed/post/job|<newcomer>&<applying>|read my papers|come on staff|your coding test|sat your|
    taking students|take students|evenings possible|support post|sent in my CV|sent my CV|my CV&heard/looked/weeks|
    take on people|help…with the visa|second interview|hear the outcome|retraining as|job opening*|job opportunit*|
    job posting*|job offer|job advert|job listing*|job interview|job vacancy|vacanc*|a vacancy|position in|
    open position*|open role*|positions available|internship*|apply for the|apply for a job|apply for a position|
    apply for your|applied for|my application for|job application|application for the|application for employment|
    application status|applicant*|candidate*|résumé|resume for|my resume|my CV|curriculum vitae|cover letter|
    careers page|career page|careers site|career opportunit*|careers|recruiter*|recruitment|recruiting|recruit me|
    hiring|hire me|hired|graduate programme|graduate program|new graduate*|graduate hire*|graduate role*|
    work for you|work for your company|working for you|work at your company|join your team|join your company|
    join the team|employment|visa sponsorship|sponsor a visa|sponsor visas|work visa|first interview|
    final interview|interview round|coding test|aptitude test|entry sheet|selection process|screening process|
    offer letter|onboarding date|mid-career|alumni programme|returnship|part-time work|part-time job|
    reference letter|relocation package|remote work policy|salary range|salary expectation*|working holiday|
    accepted your offer|your offer&first day/start/salary/joining/sign|my first day|start date|night shifts|
    thinking of applying|thinking about applying|spouse visa|any vacancies|for testers|hiring freeze|
    apply…with your/at your/to your company|working with you&hire/job/apply|age limit…job/apply|over fifty…apply/
    hire|career change|bootcamp|looking for work|looking for a job|looking for an internship|seeking a position|
    seeking employment|seeking an internship|referred me|recommend a student|my student*…intern*/apply/job/
    recommend|turned down…apply/again|apply once more|apply again|re-apply|reapply|may I apply|can I apply|
    could I apply|how to apply|how do I apply&job/position/role/intern*/graduate|apply for…job/role/position/
    intern*/trainee/post|lists a…engineer/designer/developer/position/role|relocation paid|is relocation|relocation|
    recruit page|jobs page|job…advert*/ad/site/page|engineer…opening/vacancy/post/job/recruit|developer…job/post/
    vacancy/opening|translator job|teaching post|work permit&hire/job/work|start date&offer/job|test task|take-home|
    result*…interview|
    rejected…application/interview/resume|feedback…interview/application|graduate…apply/join/role/scheme|new-grad|
    newgrad|thesis student|student job|summer job|trainee*|I'd like to work/I would like to work/I want to work/
    I hope to work/I dream of working/love to work…for/at/in/with/as|working as…engineer/developer/designer/
    agent&looking for/apply/open/hire|years of…Go/Java/Python/Rust/experience/development/TypeScript/PHP/C++&role/
    position/hire/hiring/job/team/looking/sponsor/visa/opening|do you take…interns/designers/people/trainees/
    students/graduates|do you hire|are you hiring|hiring…engineers/developers/designers/people/staff/Rust/Go|
    haven't heard back&interview/application/applied/round/test|haven't heard…since…interview/application/test|
    have not heard…interview/application/applied|sponsor…visa/visas|part-time jobs|jobs in your|job in your|
    jobs at your|job at your|work in your office&paid/job/student/holiday|without a degree|my résumé|send my resume|
    send my résumé|send my CV|attach*…CV/resume/résumé|decline the offer|withdraw my application|job fair|
    campus recruiting|exchange student&work/job/intern*|graduate next|graduating in|graduate in March|graduate this|
    master's student|PhD student|my studies&work/job/intern*/apply/position|come back to work|
    used to work for you&again/back/return/rejoin|rejoin|entry-level|entry level|junior developer|
    senior engineer…role/position/opening|is it open to people|your recruitment portal&apply/application/candidate|
    internal referral
    """,
    2: """
    job|jobs|career|position|opening|apply|applied|role|interview|graduate|student|university|degree|
    engineer position|résumé|resume|CV|visa|Japanese level|JLPT|N2|N1|salary|remote|full-time|part-time|portfolio|
    my experience|years of experience|developer|internship|human resources|HR|hire|sponsor|backend developer|
    work for|working holiday|agent|graduat*|trainee*|studying|studies|rejoin
    """,
    1: """
    Japanese|English|speak|team|engineer|designer|Tokyo|relocate|language|looking for|Lyon|paid|holiday|summer|Rust|
    Go
    """,
    0: """
    remote backup|remote desktop|remote console|remote access|remote hands|remote server|remote host|
    remote repository|remote database|event sponsor*|sponsorship|sponsor places|server role|admin role|user role|
    domain position|your recruitment site|recruitment site|resume the|resume my service|resume download|
    interviewed by police|press interview
    """,
}
