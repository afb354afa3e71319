package org.throughcare.referral.directory.hsds;

/**
 * What is wrong with one field of one row.
 *
 * @param row counted from 0 within its table
 * @param field as HSDS names it
 */
public record HsdsFault(String table, int row, String field, String rule, String detail) {

    /** {@code service[3].organization_id}. */
    public String path() {
        return table + "[" + row + "]" + (field.isEmpty() ? "" : "." + field);
    }
}
