package io.switchlog.contract;

/** The invented world of the samples. What is personal stands here only as ciphertext of nothing. */
final class Fictional {

    static final String WORKSPACE = "demo";
    static final String CALL = "CA00000000000000000000000000000001";
    static final String LEG = "CA00000000000000000000000000000002";
    static final String RECORDING = "RE00000000000000000000000000000003";

    /** From the range that is reserved for fiction: 555-0100 to 555-0199. */
    static final String OUR_NUMBER = "+12025550123";

    static final Personal CALLER = new Personal("key-1", "pseudonym-of-a-caller", "Y2lwaGVydGV4dCBvZiBhIG51bWJlcg==");
    static final Personal WORDS = new Personal("key-1", "pseudonym-of-a-caller", "Y2lwaGVydGV4dCBvZiB3b3Jkcw==");

    private Fictional() {}
}
