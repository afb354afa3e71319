package org.throughcare.platform.security;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.util.UriUtils;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.Copy;
import org.throughcare.platform.store.CopyStores;
import org.throughcare.platform.web.OwnerClient;

/**
 * Staff, cases and merges of people as every service but their owner knows them: copies kept by events, and the owner's word where a copy
 * is missing or would refuse.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${throughcare.service:}' != 'participant'")
@ConditionalOnBean(CopyStores.class)
class CopiedAccess {

    private static final String OWNER = "participant";

    record StaffMemberCopy(
            @Nullable String name,
            @Nullable String role,
            @Nullable List<String> sites,
            boolean active) {

        Optional<StaffDirectory.StaffCard> card() {
            try {
                return Optional.of(new StaffDirectory.StaffCard(
                        Objects.requireNonNullElse(name, ""),
                        Role.valueOf(Objects.requireNonNullElse(role, "")),
                        Set.copyOf(Objects.requireNonNullElse(sites, List.of())),
                        active));
            } catch (IllegalArgumentException roleOfANewerVersion) {
                return Optional.empty();
            }
        }
    }

    record RecordOfPerson(@Nullable String site) {}

    record CaseCopy(
            @Nullable String site,
            @Nullable List<String> sites,
            @Nullable String primary,
            @Nullable List<Member> team) {

        record Member(@Nullable String staff) {}

        CaseFiles.CaseFile file(String participant) {
            Set<String> allSites = Objects.requireNonNullElse(sites, List.<String>of()).stream()
                    .collect(Collectors.toSet());
            if (site != null) {
                allSites.add(site);
            }
            Set<String> members = Objects.requireNonNullElse(team, List.<Member>of()).stream()
                    .map(Member::staff)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            if (primary != null) {
                members.add(primary);
            }
            return new CaseFiles.CaseFile(participant, allSites, members);
        }
    }

    @Bean
    Copies<StaffMemberCopy> staffMemberCopies(CopyStores copies) {
        return copies.of(OWNER, "staff-member", StaffMemberCopy.class);
    }

    @Bean
    Copies<CaseCopy> caseCopies(CopyStores copies) {
        return copies.of(OWNER, "case", CaseCopy.class);
    }

    @Bean
    Copies<PersonIds.Merged> mergedRecords(CopyStores copies) {
        return copies.of(OWNER, "participant", PersonIds.Merged.class, PersonIds.LISTED, PersonIds.INTO);
    }

    @Bean
    Subscription<PersonIds.Merged> mergesForAccess(Copies<PersonIds.Merged> records) {
        return Subscription.toState(OWNER, "participant", PersonIds.Merged.class, records);
    }

    @Bean
    PersonIds personIds(Copies<PersonIds.Merged> records) {
        return new PersonIds(records);
    }

    @Bean
    Subscription<StaffMemberCopy> staffMembersForAccess(Copies<StaffMemberCopy> copies) {
        return Subscription.toState(OWNER, "staff-member", StaffMemberCopy.class, copies);
    }

    @Bean
    Subscription<CaseCopy> casesForAccess(Copies<CaseCopy> copies) {
        return Subscription.toState(OWNER, "case", CaseCopy.class, copies);
    }

    @Bean
    @ConditionalOnMissingBean
    StaffDirectory copiedStaffDirectory(Copies<StaffMemberCopy> copies, OwnerClient owner) {
        return new StaffDirectory() {
            @Override
            public Optional<StaffCard> find(String staffId) {
                return copies.find(staffId).map(Copy::snapshot).flatMap(StaffMemberCopy::card);
            }

            @Override
            public Optional<StaffCard> findAtOwner(String staffId) {
                return owner.get(OWNER, "/staff/" + segment(staffId), StaffMemberCopy.class)
                        .flatMap(StaffMemberCopy::card);
            }
        };
    }

    @Bean
    @ConditionalOnMissingBean
    CaseFiles copiedCaseFiles(Copies<CaseCopy> copies, Copies<PersonIds.Merged> records, OwnerClient owner) {
        return new CaseFiles() {
            @Override
            public Optional<CaseFile> find(String participant) {
                return copies.find(participant).map(copy -> copy.snapshot().file(participant));
            }

            @Override
            public Optional<CaseFile> findAtOwner(String participant) {
                return owner.get(OWNER, "/participants/" + segment(participant) + "/case", CaseCopy.class)
                        .map(file -> file.file(participant));
            }

            @Override
            public Optional<CaseFile> beforeCase(String participant) {
                return records.find(participant).map(Copy::site).map(site -> ofSite(participant, site));
            }

            @Override
            public Optional<CaseFile> beforeCaseAtOwner(String participant) {
                return owner.get(OWNER, "/participants/" + segment(participant), RecordOfPerson.class)
                        .map(RecordOfPerson::site)
                        .map(site -> ofSite(participant, site));
            }
        };
    }

    private static CaseFiles.CaseFile ofSite(String participant, String site) {
        return new CaseFiles.CaseFile(participant, Set.of(site), Set.of());
    }

    /** Ids come from tokens and paths; nothing in one may reach another route of the owner. */
    private static String segment(String id) {
        return UriUtils.encode(id, StandardCharsets.UTF_8);
    }
}
