/**
 * Jobs in an industry that students seldom think of, by words of its cluster's name. Our own list, for asking speakers to
 * show the whole range of roles at their company, from the entry on.
 */
const ROLES: readonly [RegExp, readonly string[]][] = [
  [
    /transport|auto|aviation|logistic|distribution/i,
    ['fleet scheduler', 'parts buyer', 'safety inspector', 'warranty analyst', 'training instructor'],
  ],
  [
    /hospital(ity)|culinary|food|tourism/i,
    ['purchasing manager', 'food safety auditor', 'event sales', 'menu cost analyst', 'human resources'],
  ],
  [
    /information|technology|software|computer|cyber/i,
    ['technical writer', 'accessibility tester', 'support engineer', 'data center technician', 'product manager'],
  ],
  [
    /construct|architect|building/i,
    ['cost estimator', 'site safety manager', 'drone surveyor', 'permit coordinator', 'community liaison'],
  ],
  [
    /energy|engineer|electric|manufactur|stem/i,
    ['control room operator', 'meter data analyst', 'field trainer', 'procurement specialist', 'drafting technician'],
  ],
  [
    /health|nurs|medical|science/i,
    [
      'medical coder',
      'sterile processing technician',
      'patient transport lead',
      'biomedical equipment technician',
      'scheduler',
    ],
  ],
  [
    /arts?|media|fashion|design|communication/i,
    ['production scheduler', 'rights and licensing', 'pattern maker', 'archive manager', 'store planner'],
  ],
  [
    /business|financ|market|bank/i,
    ['compliance analyst', 'branch operations', 'fraud investigator', 'facilities planner', 'customer research'],
  ],
  [
    /marit|environment|agricultur|natural/i,
    ['port scheduler', 'water quality technician', 'vessel engineer', 'permit specialist', 'grant writer'],
  ],
  [/law|public|security|government/i, ['court interpreter', 'dispatcher', 'records analyst', 'evidence technician']],
  [/education|human|service/i, ['case coordinator', 'program evaluator', 'payroll specialist', 'volunteer manager']],
]

const EVERYWHERE: readonly string[] = ['scheduling', 'purchasing', 'safety', 'customer service', 'training']

/** Roles to name for a cluster; those that every company has where its name says nothing. */
export const seldomRoles = (cluster: string | undefined): readonly string[] =>
  ROLES.find(([words]) => cluster !== undefined && words.test(cluster))?.[1] ?? EVERYWHERE
