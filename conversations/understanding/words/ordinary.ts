/**
 * Ordinary words of staff messages. They are never taken for a misspelt name, and never for an unknown one; a known
 * name that is also one of them ("IT", "Chase", "Will") needs a sign that a name is meant.
 */
const WORDS = `
a able about above abroad absence absent absolutely accept accepted accepting access accident accomplish according account accounts
accounting across act action active activities activity actual actually ad add added adding addition additional address addresses
adjust admin administration administrator adult adults advance advanced advertising advice advise advised advising advisor advisory
affairs afford afraid after afternoon afterwards again against age agency agenda agent ago agree agreed agreement ah ahead aid aide
air all allow allowed almost alone along already alright also alternate although alumni always am amazing among amount an and animal
announce announced annual another answer answered answers any anybody anymore anyone anything anytime anyway anywhere apart apologies
apologize apparently appear application applications applied apply appoint appointment appointments appreciate apprentice apprentices
apprenticeship apprenticeships approach approval approve approved approver approvers architect architecture are area areas arent
around arrange arranged arrangement arrive arrived art article arts as aside ask asked asking asks assembly assign assigned assist
assistant assistants associate associates association at attach attached attend attendance attended attendee attendees attending
attention audience auditorium aunt auto automotive availability available average avoid avoided award awarded awards aware away
awesome awful back background backup bad bag ball band banker banking bank bar base based basic basically basis batch be became because
become becoming been beef before began begin beginning begun behalf behind being believe bell belong below benefit benefits beside
besides best bet better between beyond big bigger biggest bill billing bio birthday bit biz black blank block blog blue board body
book booked booking books booth born borough boss both bother bought bounce bounced bowl box boy boys brag brand break breakfast breakfasts
breaks bridge brief briefing bright bring bringing brings broke broken brother brought budget build builder builders building
buildings built bump bumped bunch bus buses business businesses busy but button buy by bye cabinet cafe cafeteria cake calendar calendars
call called caller calling calls came camera cameras camp campus can cancel canceled cancelled canceling cancelling cancellation
candidate candidates cannot cant capacity capstone car card cards care career careers careful carpenter carpentry carried carry cars case cases cash
catch caught cause celebrate celebrated celebration cell center centers central ceremony certain certainly certificate certificates
certification certifications certified certs chain chair chairs challenge champion champs chance chances change changed changes changing channel
channels charge chart chat chatted chatting cheap check checked checking checklist checks cheers chef chefs chicken chief child children
choice choose chosen church circle cities city claim class classes classic classmate classmates classroom classrooms clean cleaning
clear cleared clearing clerk click client clients clinic clinical close closed closer closes closing club clubs cluster clusters coach coached
coaching coat code coding coffee coffees cohort cold colleague colleagues collect college colleges collision colors column come comes comfortable
coming comment comments commerce commercial commit commitment committed committee common communicate communication communications
community companies company compete competed competing competition competitions complete completed completely completing completion computer computers
concern concerned concerns handing lending gifting spotting internal external internally competitor competitors contestant contestants zoomed facetimed skyped whatsapped webexed phoned pinged rang dialed conduct conference confirm confirmation confirmed confirming confirms conflict conflicts congrats congratulations
connect connected connecting connection connections consent consents consider considered considering construction consult contact
contacted contacts contest continue continued contract contractor contractors contribute control conversation convo cook cooking cooks cool
coordinate coordinator coordinators copier copies copy copied core corner corporate correct corrected correction cost costs could couldnt council
counselor counselors count counts county couple course courses court cousin cover coverage covered covering covers cracked craft crazy create
created creating credential credentials credit crew cross crowd culinary culture current currently curricula curriculum custom customer customers cut
cute cyber dad daily damage dance dang dark data database date dates daughter day days dead deadline deal dealing dealings dealer
dealership deals dean dear death decide decided decision deck declined decline declines declining deep def definite definitely degree delay delayed delete deleted deliver
delivered delivery demo demonstration dental dentist department departments depend depending depends dept deputy describe design
designer desk despite detail details develop developer developers development did didnt died diesel diet difference different
difficult digital dinner direct directly director directors dirty disappointed discuss discussed discussing discussion dismissal district
do doc doctor doctors document documents does doesnt dog doing dollar dollars donate donated donates donating donation donations done donor dont door doors dorm
double doubt down downtown dozen dozens draft drafted drafts dream drill drills drive driver drivers driving drop dropped dropping
dry due during dude duties duty each ear earlier earliest early earn earned earning earns ears ease easier easily east easy eat eating edge edit
education educator educators effect effort efforts eight eighth either elder election electric electrical electrician electricians
electronics elementary elevator eleven else email emailed emailing emails emergency employ employed employee employees employer employers employment
empty enclosed end ended ending ends energy engaged engagement engine engineer engineering engineers engines english enjoy enjoyed enough enroll enrolled
ensure enter entered entire entry entries envelope environment environmental equal equipment error especially essay establish etc even evening evenings
event events eventually ever every everybody everyday everyone everything everywhere exact exactly exam example exams excellent except
excited exciting excuse executive exist existing expect expected expecting expense expensive experience experienced experiences expert
experts explain explained explore expo express extend extended extra eye eyes face facilities facility fact factory faculty fail
failed fair fairs fall false families family famous fan fantastic far farm farmer farmers farms fashion fast father fault favor
favorite fax fear featured feature features featuring feb fed fee feed feedback feel feeling feels fees feet fell fellow felt few field fields
fifteen fifth fifty fight figure figured file filed files fill filled film filming final finalize finalized finally finance financial find finding finds fine finger
finish finished finishing fire firefighter fired firm firms first fit fits five fix fixed fixes fixing flag flexible flier floor floors flow flower flyer flyers fly flying
folder folks follow followed following followup followups food foods foot football for force forced forget forgot forgotten fork form formal format
former forms forth fortunately forty forward forwarded found foundation four fourth free freeze fresh freshman freshmen friend friendly friends from front fruit full fully
fun function fund funded funding fundraiser funds funny further future gain game games garage garden gas gather gave gear general generally generous gentle
get gets getting giant gift gifts girl girls give given gives giving glad glass gloves go goal goals goes going gone good goods gosh got gotta
gotten government grab grabbed grade grades graduate graduated graduates graduating graduation grads grad grand grant grants graphic graphics grass grateful great greater green greet
greeting grew ground group groups grow growing grown growth guard guess guest guests guidance guide guy guys gym habit hair half
hall hallway hammer hand handed handle handled handling hands handshake hang happen happened happening happens happy hard hardware has hasnt hat hate hats have havent having
he head headcount headed headline heads health healthcare healthy hear heard hearing heart heat heavy held hell hello help helped helpful helping
helps hence her here heres hers herself hes hey hi high higher highest highlight highlights highlighting highly hill him himself hire hired hires hiring his history
hit hits hold holding holds hole holiday holidays home homework honest honestly honor honored honors hook hope horn hoped hopeful hopefully hopes hoping horse hospital
hospitality hospitals host hosted hosting hosts hot hotel hotels hour hours house housing how however hr hub huge human hundred hundreds hung hungry hurry hurt husband
hvac i ice id idea ideas identify if ill illness im image images imagine immediate immediately impact important impossible impress impressed improve in inc inch
include included includes including incoming increase incredible indeed independent indicated individual individuals indoor industrial industries industry
info inform informal information initial inn inquire inquired inquiring inside inspection install installed instead instruction instructor instructors
insurance intake intend intended interest interested interesting intern interns internship internships interview interviewed interviewing interviews into
introduce introduced introducing intro intros invest invite invited invites inviting involve involved invoice is island isnt issue issues it item items its itself ive
jam jammed job jobs join joined joining joins joint joke judge judged judges judging juice jump junior juniors just keep keeping keeps kept key keyboard keys kick kicked kid
kidding kids kill kind kinda kindly kinds king kitchen kits kit knew know knowing known knows lab labor laboratory labs lack lady land landed landing landscape language laptop
laptops large larger largest last lasted late lately later latest laugh laundry law lawyer lawyers lay layout lead leader leaders leadership leading leads league learn learned learning
least leave leaves leaving left legal lend lending lent less lesson lessons let lets letter letters letting level levels library license licensed
life lift light lights like liked likely likes limit limited line lines link linked list listed listen listened listening lists little live
lives living load loan loaned loaning loans lobby local located location locations lock locked lodge log logged logging logs lol lone long longer look looked
looking looks loop loose lose losing loss lost lot lots loud love loved lovely loves low lower luck lucky lunch lunches lunchroom luncheon machine
machines machining machinist mad made magazine magic mail mailed mailing main mainly maintain maintenance major make makes making male mall man manage managed
management manager managers manages manikin manikins manner manual manufacture manufacturer manufacturing many map march mark marked market marketing
markets married mask mass master match matches material materials math matter matters max maximum may maybe mayor me meal meals mean meaning means meant
measure meat media medical medicine medium meet meeting meetings meets member members memo memory men mention mentioned mentions mentor mentored mentoring mentors
mentorship menu mess message messaged messages messaging messed met metal meter method middle midnight might mile miles military milk million mind mine minimum
minor minute minutes miss missed misses missing mission mistake mistakes mix mixed mixer mobile mock model models modern mom moment moms money monitor
monitors month monthly months mood more morning mornings most mostly mother motion motor motors mount mountain mouth move moved moves movie movies moving mr mrs ms
much multiple museum music must my myself nah name named names narrow national natural nature near nearby nearest nearly neat necessary
need needed needing needs negative neighborhood neighbors neither nephew nervous net network networking networks never nevermind new newest news newsletter newspaper next
nice niece night nights nine ninth no nobody noise none noon nope nor norm normal normally north nose not note noted notes nothing notice
notification notified notify now nowhere number numbers nurse nurses nursing object obvious obviously occasion occupied occur october odd of
off offer offered offering offers office officer officers offices official officially often oh oil ok okay old older omg on onboard onboarding once one ones
ongoing online only onsite onto oops open opened opening openings opens operate operated operation operations operator operators opinion opportunities opportunity opposite
optical option options or orange order ordered orders org organization organize organized organizer organizing orientation original originally other others otherwise ought our ours
ourselves out outdoor outlook outreach outs outside outstanding oven over overall overview owe own owned owner owners owns pack package page
pages paid pain paint painter painters painting pair pairs panel panelist panelists panels panic pants paper papers paperwork parent parents park parking part partially
participant participants participate participated participating participation particular particularly parties partner partnered partnering partners partnership partnerships
parts party pass passed passes passing past pastry patch path pathway pathways patient patients pause pay paying payment payments pays peace peer pen
pencil pencils pending people per percent perfect perfectly perform performance performances perhaps period periods permission permissions permit person personal personally personnel persons
perspective phone phoned phones phoning photo photographer photographs photography photos physical pic pick picked picking pickup pics picture pictures piece pieces pilot pinch pin ping
pinged pins pipe pipes pipeline pizza place placed placement placements places placing plain plan plane planned planner planning plans plant plants plastic plate play player
players playing plaza please pleased pleasure pledge pledged pledges plenty plug plumber plumbers plumbing plus pm pocket point points pole police policy polite pool poor pop popped
popular portfolio portion position positions positive possibilities possibility possible possibly post posted poster posters posting postings postpone postponed posts potential potentially pound
power practical practice practices prefer preferred preference prep prepare prepared preparing present presentation presentations presented presenter presenters
presenting presents president press pressure pretty prevent previous previously price prices primary principal principals print printed printer printers printing prior
private prize pro probably problem problems procedure proceed process produce producer product production products professional professionals professor program programmer programming
programs progress project projector projects prom promise promised promises promote promoted promotion prompt proof proper properly property proposal propose proposed protect proud prove provide provided
provider provides providing public publication publish published pull pulled pulling pulls purchase purchased purpose push pushed pushing put puts putting qualified quality
quarter quarterly question questions quick quickly quiet quit quite quote race radio rain raise raised ran random range rate rather rating ravioli
re reach reached reaches reaching react read reader readiness reading ready real realize realized really reason reasons recall recap receive received recent recently
reception recess recheck recipe recognition recognize recommend recommendation recommended reconnect record recorded recording records recover recruit recruiter recruiters recruiting
recruitment red redo reduce refer reference referred refund refuse refused refuses regard regarding regards region regional register registered registration regret regrets regroup
regular regularly reject rejected relate related relationship relationships relative release released releases reliable remain remaining remember remind reminded reminder reminders
reminding remote remove removed removing renew rent repair repairs repeat replace replaced replacement replied replies reply replying report reported
reporter reports represent representative representatives request requested requesting requests require required requirement requirements requires reschedule
rescheduled rescheduling research reserve reserved resident resource resources respond responded responds response responses responsible rest restaurant restaurants result results resume resumes
retail retire retired return returned returning returns reveal review reviewed reviewer reviewing reviews revisit reward rewarded rich rid ride rides riding right rights ring rise
road robot robotics robots rock role roles roll rolled roof room rooms rotate rough roughly round route routine row rsvp rsvpd rsvps rule
rules run running runs rush sad safe safety said sale sales salon salary same sample sandwich sandwiches sat save saved saving savings saw say saying says scale
scared schedule scheduled schedules scheduling scholarship scholarships school schools science scope score scrap scrapped scratch screen screening screens screw scrub scrubs
sea search season seat seats second secondary seconds secretary section sections sector secure secured securing security see seeing seek seeking seem
seems seen select selected selection self sell seller selling semester seminar send sending sends senior seniors sense sent sentence separate series serious
seriously servant serve served server servers serves service services serving session sessions set sets setting settle settled setup seven seventh several sew
shadow shadowed shadowing shadows shake shame shape share shared sharing sharp she shed sheet sheets shell shelter shes shift shifted shifting shine ship shipped
shirt shirts shit shock shoe shoes shoot shooting shop shopping shops shore short shortly shot should shouldnt shout shoutout show showcase showed shower showing shown shows shut shy sick side sight
sign signed signing signs signup silly similar simple simply since sing single sir sister sit site sites sits sitting situation six sixth size skill skilled
skills skip skipped skipping sky sleep slide slides slight slightly slip slips slot slots slow slowly small smaller smart smile smooth snow so
social society soft software soil sold solid solution solutions solve solved some somebody someday somehow someone something sometime sometimes somewhat somewhere son song soon sooner
sophomore sophomores sorry sort sorta sought sound sounded sounds source sources south space spaces speak speaker speakers speaking speaks special specialist
specialists specialty specific specifically speech speed spell spelled spelling spend spent split spoke spoken sponsor sponsored sponsoring sponsors sponsorship sport sports spot spotlight
spotlighted spotlights spots spread spring square stable staff staffing stage stall stamp stand standard standards standing star stars start started starter
starting starts state stated statement states station statistics status stay stayed staying stays steady steel step stepped stepping steps stethoscopes stick sticking sticks still stock stop stopped
stopping stops storage store stores stories storm story straight strategy street strength stress strong structure struggle stuck student students studies studio studios
study studying stuff stupid style subject submit submitted substitute suburb succeed success successful such sucks sudden suddenly suggest suggested suggestion suggestions suit summer summit
sun super superintendent supervise supervisor supervisors supplier suppliers supplies supply support supported supporting supportive supports suppose supposed sure surgery surprise surprised
survey surveys sweet swim swing swung switch switched switching system systems table tables tablet tablets tag tagged take taken takeaway takes taking talent talented talk talked
talking talks tall tally tap tape target task tasks taste tasting taught tax tbd teach teacher teachers teaches teaching team teammate teams teamwork tech technical technician technicians
technologies technology teen teens teeth telephone tell telling tells temp temporary ten tend tent tentative tentatively tenth term terms terrible terrific test tested testing tests text texted texting texts textbook than
thank thanked thankful thanks that thatll thats the theater theatre their theirs them theme themselves then theory therapist therapy there theres therefore these they theyd theyll theyre
theyve thick thin thing things think thinking thinks third thirty this those though thought thoughts thousand thread threaders three threw thrilled through throughout throw thru thus ticket tickets
tidy tie tied ties tight til till time times timing tiny tip tips tired title titles to tobacco today todays toe together told tomorrow tomorrows ton tonight tons too
took tool tools top topic topics total totally touch touched touches tough tour toured touring tours toward towards tower town toy track tracking tracks trade trades traffic
trailer train trained trainee trainees trainer trainers training trainings trains transfer transit transition transport transportation travel treat treatment tree trees trial tried tries trip trips trouble truck
trucks true truly trust truth try trying tub tube tuition turn turned turner turning turnout turns tutor tv twelfth twelve twenty twice two type types typical typically typo ugh
ultimately um unable uncle under undo unfortunately uniform uniforms union unions unit united units universities university unknown unless unlike unlikely until unusual up upcoming update updated updates updating upgrade
upload upon upper upset upstairs urban urgent us usable use used useful user users uses using usual usually vacation vague valid valley valuable value van vans varies
various vegan vehicle vehicles vendor vendors venture venue verbal verified verify very vet veterans veterinary via vice video videos view village violence virtual virtually vision visit
visited visiting visitor visitors visits visual vocal vocational voice voicemail voicemails volunteer volunteered volunteering volunteers vote wage wait waited waiting waitlist waive waiver waivers walk walked walking walks wall wanna
want wanted wanting wants war warehouse warm warn warned warning was wash wasnt waste watch watched watches watching water wave way ways we weak wear weather web website wed wedding week
weekday weekdays weekend weekends weekly weeks weight weird welcome welcomed weld welder welders welding well wellness went were werent west wet weve what whatever whats wheel wheels when whenever where whereas wherever whether
which whichever while white who whoever whole whom whos whose why wide wife wild will willing willingness win wind window windows wine wing winner winners winning wins winter wire
wish wished wishes with within without woke woman women won wonder wonderful wondering wont wood wooden woods word wording words wore work workbased worked worker
workers workforce working workplace works workshop workshops world worried worry worse worst worth would wouldnt wow wrap write writer writes writing written wrong wrote yard yards yay
yeah year yearbook yearly years yep yes yesterday yet york you youd youll young younger your youre yours yourself youth youve yup zero zone zoom
january february april june july august september november december monday tuesday wednesday thursday friday saturday sunday mon tue tues thu thur thurs fri sun jan mar apr jun jul aug sep sept oct nov dec
webex facetime skype whatsapp slack linkedin instagram sms dm dms im imessage chatgpt gmail inbox voicemailed texted pinged nudge nudged poke remind bug
apparel baker bakers bakery barber barbers bartender biotech boots broom caterer catering cashier cashiers childcare cosmetology cna dentistry dispatcher ems emt esthetics fabrication floral forklift framing
graders hairdresser helmets hoists hygienist janitor landscaping lathe lathes linen lineman locksmith logistics lpn maker makers mason masonry mechanic mechanics mechatronics media mill mills
multimeters osha oscilloscope oscilloscopes paralegal paramedic paramedics patient pharmacy pharmacist phlebotomy plumbing radiology receptionist rn roofing sanders scissors sheetmetal sonography
teller tellers tiles tires torque valet vest vests vfx wrenches wrench
anyways asap atm aka btw eod eow fyi idk imo lmk nvm omw otw pls plz ppl rn tbh thx ty tysm ur wbl cte hs esl iep pd pta pto mou nda gpa ap fafsa
sup yo hiya howdy hola bot liaison gonna shoulda woulda coulda dunno gimme lemme cuz cause tho altho alot kinda sorta rly prob probs def defs prolly cya
juice bagel bagels donut donuts burrito burritos taco tacos beach moon sunrise sunset
abandoned accessed accessing accompanied accompanying accomplished accredited accused achieved achieving acknowledged acquired
activated adapted addressed addressing adjusted administered admitted adopted advisors affected affecting affiliated aged aging
aimed alleged allied allocated allowing altered amended analyzed animated annotated annoying answering anticipated appeared
appearing applying appointed appreciated archived argued arising armed arms arrested assembled assessed assessing assisted
associated assumed assuming assured attacked attempted attempting authorized automated avoiding backed backing balanced banned
barn barns bearing bedding believed betting bid bidding bin binding bins bitten bleeding blessed blew blocked blocking blogging
blowing blown boat boats bore bored boring boxed boxing bracket brackets breaking breathing bred breeding browsing bundle
bundles buried burning burnt buying cached calculated camping cancer captured caring carrier carriers carrying caused causing
ceiling centered challenged challenging characterized charged charger chargers charging charming charter choosing cited claimed
classified clicking climbing clothing clung coated collected collecting colored combined combining command commented committees
compact compare compared comparing competitive compiled complicated composed compressed computation computed concept concerning
concert concluded conducted conducting conferences conferencing conferred confidence configured configuring confused consist
consisting consolidated constant constructed contacting contained containing content contents contests context continuing
contrast contributed contributing controlled controlling convergence convert converted convicted convinced cooked coordinated
copying copyrighted corners corresponding counseling counted counting coupled crane cranes crate crates crept crossing
customized cutting cycling damaged dated dating dealt declared decorating decreased dedicated deemed deferred defined defining
delivering demanding demonstrated denied derived descending described describing designated designed designing desired destroyed
detailed detected determined determining developed developing devoted directed disabled discounted discovered dispatched
displayed displaying distinguished distributed disturbed divided diving dock docks dockside documented downloaded downloading
drank drawing drawn dressed dressing dried drinking driven drove dug duration dying edited editing educated elected embedded
emerging enabled enabling encountered encouraged encouraging endangered endorsed engaging enhanced enhancing enjoying ensuring
entering entertaining entitled equipped established establishing estimated evaluated evaluating examined examining exceed
excluded excluding executed existed expanded expanding experiencing expired explaining explorer exploring exposed expressed
extending eyed faced facing failing falling farming fascinating feeding fighting filling filtering fitted fitting fixture
fixtures flashing fled flew floating flown focused focusing folding follows forbade forgave formatting formed forming forwarding
founded framed froze frozen functioning fundraising furnished gained gambling gathered gathering generated generating governing
granted guaranteed guided hanging hatch hatches heading healing heated hid hidden highlighted hitting hollow identified
identifying ignored illustrated impaired implemented implementing implied imported imposed improved improving incorporated
increased increasing incurred indexed indicating induced infected inferred influenced informed infrared inherited initiated
injured inserted inspired installing insured integrated integrating inter interests interim internet interpreted investigated
investing involving isolated issued jig jigs jumping killed killing knelt knitting labeled laid lasting laughing launch launched
leapt learnt led leftover leftovers licenses licensing lightning limiting lined linking listing literary lived loaded loader
loaders loading locking lodging loving lying maintained maintaining managing manufactured marking matched matching mating
measured measuring mistook mixing modified monitored monitoring motivated mounted mounting nominated noticed observed obtained
obtaining occurred occurring offerings operating opposed ordering oriented outlined overcame overheard packaging packed packing
painted parenting perceived performed performing permitted personalized played pointed pointing polished posing positioning
powered preceding predicted prescribed presence presently preservation pressed pressing preventing preview priced pricing
proceeding processed produced producing prohibited projected promising promoting protected protecting proved proven punch
purchasing qualifying quest quoted racing raising ranging ranked ranking rated reasoning receiving recognized recovered
recycling reduced reducing referenced referring refined reflected refurbished regarded regulated relating relying remainder
remained remains remembered rendered rendering repeated replacing reporting represented representing reproduced requiring
resolved respected responding restored restricted restructuring resulted resulting retained retrieved revealed reverse revised
rigs risen rising rode rolling routing ruled ruling rung sampling sang sank satisfied scanned scored scoring scraps sealed
searched searching seating seekers seemed selecting separated sewn shaped shaved sheds shone shook shrank silo simplified
singing situated sized skating sleeping slept slid slung smoke smoking solving sophisticated sorted specialized specializing
specified spending spilt spindle spindles spool spools sporting sprang spreading spun starring stating steering stole stolen
stood stored streaming strengthening striking string strode strove struck structured studied stuffed stung stunning submitting
suffered suffering suggesting suited supplied surfing surprising surrounded surrounding suspected suspended sustained swam swept
swollen swore sworn targeted techs threaded threatened threatening throwing thrown titled tore torn tracked trading transferred
translated transmitted traveling travelling treated treating trod troubleshooting trusted tuning twisted typing unauthorized
undefined underlying understanding undertook unexpected unified unlimited unloaded unsigned untitled upgrading upheld uploaded
valued varied varying viewed viewing voted voting warming washing wearing weighted welp wept wicked wired wishing withdrew
withheld worn worship wound wove wrapped wrapping wrung zoning
balk balked balking demur demurred begged nixed hedged cagey iffy lukewarm leery wary mulled mulling floated floating toyed shied noncommittal reluctant reluctantly hesitant tapped swamped had
`
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/))
