"""The words of reports at large: verbs, nouns and adjectives that any report uses. A word outside of these lists names a thing, and a thing must be a fact."""

WORDS = frozenset(
    """
    correspond corresponds corresponding according specific expressed repeated relation relations paper papers tool tools pace exercise abilities ability able above absence absent academic academy access accessible accordingly account accounted accounts accurate achieve achieved
    achieves acquire acquired acquires acquiring acquisition across active actively activities activity add added adding addition additional additionally
    additions address addressed addresses adds adequate adequately advanced advantage advantageous advantages advertise advertised advertisement
    advertises after again against ahead aim aimed aiming aims all allocate allocated allocates allot allots allotted almost alone along alongside already
    also although altogether among amongst amount amounting amounts analyse analysed analysis and another answer answers apart appear appeared appearing
    appears appendix applicant applicants application applications applied applies apply applying approximately area areas around arranged as aside ask
    asked asking asks aspect aspects assess assessed assesses assessment asset assigned assignment assignments assisted assume assumed assumption
    assumptions at attain availability available away bachelor backbone background badge bar barely base based bases basic basics basis bear bears because
    before begin beginner beginning begins behind being belong belonging belongs below beneficial benefit benefits beside besides best better between
    beyond big blank block blocks bonus book books bootcamp both bottom bought box boxes breadth bridge bridges brief briefly bring bringing brings
    brought budget budgeted build building builds built business but buy buys call called calling calls came can candidate candidates capabilities
    capability capable card cards career carried carries carry case cases catalog catalogue catch categories category center centers central centre
    centres certain certificate certificates certification certifications certified change changed changes chapter characteristics charge charged charges
    chart cheap check checked checking checks chiefly clarity class classes clear cleared clearly clears close closed closely closer closes closing
    collaborated colleague colleagues college column combination come comes comfortable comfortably coming command companies company compare compared
    compares comparing comparison competence competences competencies competency competent complete completed completely completeness completes completing
    completion complimentary comprise comprises compulsory concern concerning concerns conclude concluded concludes conclusion condition conditions
    confident confidently confined confirm confirmed confirming confirms consider considerably consideration considered considering considers consist
    consists consolidate consolidates contain contained contains continue continued continues continuing contribute contributed contributes contribution
    contributions convenience conversation conversely convincing convincingly core cornerstone correct correctly cost costing costs could count counted
    counting counts course courses cover coverage covered covering covers credential credentials credit credited credits criteria criterion critical
    crucial current currently cv daily data date dated dates day days deal dealing deals dealt decade decades decide decided decides decision decisions
    declare declared declares dedicate dedicated dedicates deepen deepens degree degrees demand demanded demanding demands demonstrate demonstrated
    demonstrates demonstrating depth derived describe described describes description desirable desired despite detail detailed details develop developed
    developing development develops devote devoted devotes different difficult diploma direct directly discipline disciplines discuss discussed discusses
    discussion divided doctorate document documentation documented documents dollar dollars domain domains double doubt doubtless doubts drawn duration
    during duties duty each earlier earn earned earns easy educated education educational eighth either element elementary elements else emerging employ
    employed employee employer employers employment employs empty end ended ending ends enough enrol enroll enrolment enrols entire entirely entries entry
    entry-level equal equally equals especially essential essentials estimate estimated estimates euro euros evaluate evaluated evaluation even every
    everyday evidence evidenced evident evidently exactly exceed exceeded exceeding exceeds except excluded excludes exist existed existence existing
    exists expect expectation expectations expected expecting expects expensive experience experienced experiences expert expertise experts expired
    explain explained explains explanation explicitly expressly extra eye eyes face fact factor factors facts fair fairly fall falling falls false
    familiar familiarise familiarises familiarity far feature featured features fee fees feet fell few fewer field fields fifth fifths figure figures file
    filed files fill filled fills final finally find finding findings finds finish finished finishes firm firmly firms first first-hand fit fits fitting
    fluency fluent focus focused focuses focusing follow followed following follows foot formal formally former forward found foundation foundations
    fourth fraction free freely front fulfil fulfill fulfilled fulfills fulfils full full-time fully fundamental further furthermore future gain gained
    gaining gains gap gaps give given gives giving go goes going gone good grade grades graduate graduated graduates graduation grasp gratis great greater
    grounding grounds group grouped groups grow growing grows guide guides had half hand hands hands-on happen happens hard hardly has have having he head
    headed heading headings heads heart held helped helpful hence her here hereby hers high higher highest him hint hints hire hiring his history hold
    holding holds horizon hour hours how however human identified identifies identify if implicitly importance important improve improved improvement
    improves improving in-depth include included includes including indicate indicated indicates indispensable inference informal information inside
    instance insist insisted insisting insists instead institution insufficient intended intends intention intermediate interpretation interview interviewer
    interviews into introduce introduces introduction introductory involve involved involvement involves it item items its job jobs journey judge judged
    judgement judging judgment just keep keeps kept key kind kinds know knowing knowledge knowledgeable known knows lack lacked lacking lacks large
    largely larger largest last later lay lead leader leaders leadership leading leads learn learned learner learners learning learns learnt least leave
    leaves leaving led left length less lesson lessons let level levels licence licences license licensed licenses lie lies life light likewise limited
    line lines link list listed listing lists long long-standing longer longest look looked looking looks lose loses low lower lowest made main mainly
    majority make makes making manage managed management manager managerial manages managing mandatory many marginally mark marks master mastered
    mastering masters match matched matches matching material materials matter matters maximum may mean means meant meanwhile measure measured measures
    measuring median meet meeting meets member membership mention mentioned mentions merely met middle might milestone mind minimum minority minus miss missed
    misses missing mix module modules moment money month monthly months more moreover most mostly move moved moves moving mr mrs ms must must-have musts
    name named namely names naming narrow near nearly necessary need need-to-have needed needing needs neither never nevertheless next nice nice-to-have
    no nobody none nor not notably note noted notes nothing noticeably now nowhere number numbers obligatory obtain obtained obtaining obtains occupation
    occupations occupied occupies occupy occur occurs offer offered offering offers office offices officially once online only open opened opening opens
    optional or order ordered organisation organisations organised organization organizations organized other others otherwise out outcome outcomes
    outside outstanding over overall overview own owns page paid paragraph part part-time partial partially participated participation particularly partly
    parts pass passed passes past path pay payable payment pays pending people percent percentage percentages period periods permit person personal
    personnel persons phase phases pick picked picks picture pillar place placed places plain plan planned planning plans play plays plus point pointed
    pointing points portfolio portion position positions possess possesses post posted posting posts pound pounds practical practically practice practices
    practise practised practises practitioner precede preceded precedes preceding precise precisely preference preferences preferred preparation prepare
    prepared prepares preparing prescribe prescribes presence present presented presently presents previous previously price priced prices pricing primary
    principal prior priorities prioritise prioritised priority proceed proceeds professional professionally professionals proficiency proficient profile
    profiles program programme programmes programs project projects proof proportion propose proposed proposes prove proved proven proves provide provided
    provider providers provides providing publish published publishes purchase purely purpose purposes pursue pursued pursues pursuing put puts putting
    qualification qualifications qualified qualifies qualify quarter quarters question questions quick raise raised raises ran range rank ranked ranks
    rated rather reach reached reaches read reader readers reading reads reason recent recently recommend recommendation recommendations recommended
    record recorded recording records recruiter recruiters recruitment refer reference references referred refers refresh refreshes regard regarded
    regarding regardless regards register registered registration regular regularly relevance relevant relies rely remain remainder remaining remains
    report reported reporting reports request requested requests require required requirement requirements requires requiring reserve reserved reserves
    resource resources respect respectively responsibilities responsibility responsible rest resting restricted rests result results resume return returns
    reveal revealed reveals review reviewed reviewer right rise rises road roadmap robust role roles roughly rounded route routine row rule ruled rules
    run running runs said salary same satisfactory satisfied satisfies satisfy satisfying saw say says schedule scheduled schedules school schools scope score
    scored scores second secondary section sections see seek seeking seeks seen sees selection self-paced separate separately sequence sequenced serve
    served serves serving set sets setting seventh several shall share shares she short shorter shortest shortfall shortfalls shortlist shortly should
    show showed showing shown shows side sides sign signal signals signs silence silent similar similarly simple simply since single sit sits sixth skill
    skilled skills slightly small smaller so sole solely solid solidly sort sought sound source sources span spanned spanning spans speak speaking speaks
    specifically specification specified specifies specify spend spends spent split splits spoken staff staffed stage stages stand standard standards
    standing stands start started starting starts state stated statement statements states stating station stationed stay stayed stays step steps still
    stipulate stipulated stipulates stone stones stood stop stopped stops strength strengthen strengthens strengths strictly strong stronger strongest
    structure structured studied studies study studying subject subjects subordinate subordinates subscriber subscribers subscription subscriptions
    subsequent subsequently substantially sufficient sufficiently suggest suggested suggestion sum summarise summarised summary sums supervise supervised
    supervises supervising supervision supervisory support supported supporting supports sure surpass surpasses table take taken takes taking talk target
    targeted targeting targets task tasks taught teach teaches teaching team teams tell tells tenure term terms text than that their theirs them then
    theoretical theory there thereby therefore therein thereof these they thing things third thirds this those though threshold through throughout thus
    tick ticked ticket tickets ticks tier tiers time timeline times title titles today together told too took tool top topic topics topped tops total
    totalling totals toward trace traces train trained trainer training trains treat treated treating treats triple true turn turned turns tutorial
    tutorials twice type types unambiguous unambiguously under understand understanding understands undisputed undocumented universities university unless
    unmet unproven unsupported until up up-to-date use used useful uses using vacancy valid valuable value valued values verified verifies verify video
    videos view vital void want wanted wants way ways weak weaker weakest weakness weaknesses week weeks weigh weighed weighing weight weights welcome
    welcomed welcomes well well-founded went what when where whereas whether which while who whole whom whose why wide wider widest will win wish wishes
    within without word words work worked working workplace workplaces works workshop workshops worth worthwhile would write writes written wrong wrote
    year years yet
    designing designs designed systems system architecture
    irrelevant combined combine sold sell workload
    technology technologies showcase showcases
    latest earliest newest oldest
    layout layouts format formats usual slot slots payroll unresolved schooling
    distance distances trajectory environment environments sector industry infrastructure scale opposite
    paperwork reckon reckons reckoned undertaking undertakings seat eyeing crew
    pair pairs trio couple duo handful contrary floor relaxed strict strictly lenient
    advert adverts ad ads posting postings brief cv cvs hurdle hurdles synonym synonyms spelling spellings abbreviation abbreviations wise glass debit
    related nearest relate relates shorten shortens example examples settle settles settled label labels tied exam exams examination examinations were was granted grants grant body bodies issuing issue issued renewal renewals renew offsets offset hand sight verified dated clearly kind sort
    stretch stretches tying neighbour neighbours neighbor neighbors arise arises arising broader narrower option options spread differently usually alike concerned alphabetically turning linguistic
    ratio ratios balance tally rate rates breaks break broken compromise voluntary compulsory entirety exception exceptions attention await awaits
    """.split()
)
