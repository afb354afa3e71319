package org.throughcare.acceptance.access;

/** Who asks, each a column of the table. The site is where the person's case runs and has always run. */
enum Asker {
    /** Case manager at the site, primary on the case. */
    OWN,
    /** Case manager at another site, not on the team. */
    FAR,
    /** Supervisor at the site. */
    SUPERVISOR,
    /** Monitor, with the site in the sample. */
    MONITOR,
    ADMINISTRATOR,
    /** Staff of the partner that the person is referred to. */
    PARTNER,
    /** The suite's own token, working for the grantee. */
    SYSTEM,
    /** Administrator of another grantee. */
    ELSEWHERE
}
