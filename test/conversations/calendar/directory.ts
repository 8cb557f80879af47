/** A small organization of fictional people, for tests: two schools, three partners, a known calendar. */
export const directory = {
  organization: 'Test CTE (fictional)',
  timezone: 'America/New_York',
  clusters: [
    { name: 'Transportation', aliases: ['auto'] },
    { name: 'Hospitality', aliases: ['culinary'] },
  ],
  schools: [
    {
      name: 'North High',
      aliases: ['north'],
      periods: { '1': ['08:00', '08:45'], '2': ['08:50', '09:35'], '3': ['09:40', '10:25'], '4': ['10:30', '11:15'] },
      hours: ['08:00', '14:30'],
      rooms: [
        { name: '112', capacity: 30 },
        { name: '114', capacity: 32 },
        { name: 'library', capacity: 60 },
      ],
      address: '1 Main Street',
      arrival: 'Front door, photo ID at the desk',
    },
    {
      name: 'South High',
      aliases: ['south'],
      hours: ['08:30', '15:00'],
      rooms: [{ name: 'cafeteria', capacity: 100 }],
    },
  ],
  programs: [
    { name: 'Automotive', aliases: ['auto shop'], school: 'North High', cluster: 'Transportation' },
    { name: 'Diesel', aliases: [], school: 'North High', cluster: 'Transportation' },
    { name: 'Culinary Arts', aliases: ['culinary'], school: 'South High', cluster: 'Hospitality' },
  ],
  partners: [
    {
      name: 'Metro Motors',
      aliases: ['metro'],
      cluster: 'Transportation',
      people: [{ name: 'Ana Ruiz', email: 'ana@metro.example' }],
    },
    {
      name: 'Rail Works',
      aliases: ['rail'],
      cluster: 'Transportation',
      people: [{ name: 'Ben Ode', email: 'ben@rail.example' }],
    },
    { name: 'City Bus', aliases: [], cluster: 'Transportation', people: [{ name: 'Cy Low' }] },
    {
      name: 'Grand Hotel',
      aliases: [],
      cluster: 'Hospitality',
      people: [{ name: 'Dee Park', email: 'dee@hotel.example' }],
    },
  ],
  staff: [
    { name: 'Olga Organizer', email: 'olga@cte.example', role: 'admin' },
    { name: 'Ned North', email: 'ned@cte.example', school: 'North High', programs: ['Automotive'] },
    { name: 'Dina Diesel', email: 'dina@cte.example', school: 'North High', programs: ['Diesel'] },
    { name: 'Sue South', email: 'sue@cte.example', school: 'South High', programs: ['Culinary Arts'] },
  ],
  students: [
    { name: 'Amy Able', school: 'North High', program: 'Automotive' },
    { name: 'Bob Best', school: 'North High', program: 'Automotive' },
    { name: 'Cal Cole', school: 'North High', program: 'Diesel' },
    { name: 'Dot Dale', school: 'South High', program: 'Culinary Arts' },
  ],
  calendar: {
    pdDays: ['2027-02-01'],
    holidays: [
      { date: '2026-11-26', name: 'Thanksgiving' },
      { date: '2026-12-24', name: 'Winter Recess' },
      { date: '2026-12-25', name: 'Winter Recess' },
      { date: '2026-12-29', name: 'Winter Recess' },
    ],
    examDays: ['2027-01-26'],
    daysOff: [{ from: '2027-01-25', to: '2027-01-25', name: 'Scoring day', schools: ['North High'] }],
  },
}
