package org.throughcare.gateway.problem;

/** Carries a {@link Problem} to whoever answers the request. */
public final class EdgeProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public EdgeProblem(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public EdgeProblem(Problem problem, Throwable cause) {
        super(problem.detail(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
