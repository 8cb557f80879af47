/**
 * How an internship meets an employer's need for people, by words of the cluster's name: three points for a teacher to
 * speak of at the table. Our own wording; no figures, so that nothing in it grows old.
 */
const POINTS: readonly [RegExp, readonly [string, string, string]][] = [
  [
    /transport|auto|aviation|logistic|distribution/i,
    [
      'Experienced mechanics retire faster than new ones are certified: an intern now is a certified technician in two or three years.',
      'Students come with safety training and hours on real vehicles or aircraft, so they are useful in the shop from the first week.',
      'Shops that host interns choose from people whose work they have seen, and lose fewer of them in the first year.',
    ],
  ],
  [
    /hospital(ity)|culinary|food|tourism/i,
    [
      'Kitchens and hotels hire again and again for the same stations: interns who know the house stay longer than those who answer an advertisement.',
      'Students come with a food handler’s certificate and classroom kitchen hours, and work the hours that others avoid.',
      'Interns rotate through banquets, purchasing and front office, so that one placement fills whichever post opens first.',
    ],
  ],
  [
    /information|technology|software|computer|cyber/i,
    [
      'Entry posts ask for experience that nobody gives: an internship is how a company makes its own.',
      'Students bring a portfolio and an industry certification, and can take testing, support and documentation off the team.',
      'Local hires widen who builds the product, and they know the city’s users because they are some of them.',
    ],
  ],
  [
    /construct|architect|building/i,
    [
      'Projects with local hiring goals need people who are ready: students come with their site safety training done.',
      'Apprenticeships have waiting lists and drop-outs: an internship shows who is suited before either side commits.',
      'Estimating, surveying and permits are short of people too, and few young people know these posts exist.',
    ],
  ],
  [
    /energy|engineer|electric|manufactur|stem/i,
    [
      'Much of the skilled workforce can retire within this decade: interns learn from them while they are still there.',
      'New heat pumps, chargers and storage need installers and technicians whom no school outside of ours trains at this age.',
      'Students can read drawings and use meters, so that a crew gains hands and not a visitor.',
    ],
  ],
  [
    /health|nurs|medical/i,
    [
      'Open shifts cost more than training does: certified nursing and patient care students can fill them soon after graduation.',
      'Interns speak the languages of the neighborhood’s patients.',
      'Who has worked a unit as an intern knows what it asks, and fewer leave in the first year.',
    ],
  ],
  [
    /arts?|media|fashion|design|communication/i,
    [
      'Studios need people who finish production work on time: students bring it with the tools that the industry uses.',
      'Interns know what their own generation looks at and buys.',
      'Behind the visible posts are scheduling, rights, samples and stock, where vacancies stay open longest.',
    ],
  ],
  [
    /business|financ|market|bank/i,
    [
      'Branches and back offices turn over fast: interns who know the systems start as full colleagues.',
      'Students come with accounting software, data and customer practice, and with the languages of the branch’s customers.',
      'A paid internship is the cheapest long interview there is, for compliance and operations as much as for sales.',
    ],
  ],
  [
    /marit|environment|agricultur|natural/i,
    [
      'Ferries and harbor work are short of licensed crew: a student’s time on the water counts toward the license.',
      'Waterfront and climate projects need monitors and technicians now, and most of them are trained on the job.',
      'Few applicants know boats: ours have handled them since ninth grade.',
    ],
  ],
  [
    /law|public|security|government/i,
    [
      'Agencies hire by examination lists that take long: interns know the work before their names come up.',
      'Records, dispatch and interpreting are short of people who know the neighborhood and its languages.',
      'Service starts with trust: students who have worked in an office speak well of it at home.',
    ],
  ],
]

const EVERYWHERE: readonly [string, string, string] = [
  'Hiring someone whose work you have seen is safer and cheaper than hiring from an application.',
  'Students come prepared: safety, certificates and the basics are taught before they start.',
  'Interns who are treated well tell their class, and the next years’ applicants come by themselves.',
]

/** Three points for a cluster, by its name; those that hold for every employer where its name says nothing. */
export const talkingPoints = (cluster: string | undefined): readonly [string, string, string] =>
  POINTS.find(([words]) => cluster !== undefined && words.test(cluster))?.[1] ?? EVERYWHERE
