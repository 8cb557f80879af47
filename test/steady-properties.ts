import fc from 'fast-check'

/** The same cases in every run: a property that fails, fails for everyone. `FC_SEED` looks further. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FC_SEED ?? 20_261_125) })
