using RemoteSupport.Platform.Localization;

namespace RemoteSupport.Features.Audit;

/// <summary>What people read for the names that the trail holds: keys of the translations. A test asks for every one that can be written.</summary>
internal static class AuditLabels
{
    /// <summary>What was done, by the operation's name.</summary>
    public static IReadOnlyDictionary<string, string> Actions { get; } = new Dictionary<string, string>
    {
        ["SignIn"] = Sentence.Of("Signed in"),
        ["SignOut"] = Sentence.Of("Signed out"),
        ["LockAccount"] = Sentence.Of("Account locked after wrong passwords"),
        ["UnlockAccount"] = Sentence.Of("Account unlocked"),
        ["ProtectKnownDevices"] = Sentence.Of("Protection of known devices changed"),
        ["AskForPasswordReset"] = Sentence.Of("New password asked for"),
        ["ResetPassword"] = Sentence.Of("Password set by a link"),
        ["ChangePassword"] = Sentence.Of("Password changed"),
        ["ChangeProfile"] = Sentence.Of("Profile changed"),
        ["EndSession"] = Sentence.Of("Session ended"),
        ["EndOtherSessions"] = Sentence.Of("All other sessions ended"),
        ["ActivateAccount"] = Sentence.Of("Account activated"),
        ["RenewActivation"] = Sentence.Of("New activation link asked for"),
        ["InviteMember"] = Sentence.Of("Member invited"),
        ["RenewInvitation"] = Sentence.Of("Invitation sent again"),
        ["ChangeMember"] = Sentence.Of("Member changed"),
        ["ChangeMemberRole"] = Sentence.Of("Role of a member changed"),
        ["DeactivateMember"] = Sentence.Of("Member deactivated"),
        ["ReactivateMember"] = Sentence.Of("Member reactivated"),
        ["LogInToSupport"] = Sentence.Of("Support session begun"),
        ["LeaveRemoteLogin"] = Sentence.Of("Support session left"),
        ["EndRemoteLogin"] = Sentence.Of("Support session ended by the customer"),
        ["ChangeLoginNotice"] = Sentence.Of("Mails about support sessions turned on or off"),
        ["CloseOverLogins"] = Sentence.Of("Support sessions closed whose time was over"),
        ["SubmitRequest"] = Sentence.Of("Access requested"),
        ["AskForMoreTime"] = Sentence.Of("More time asked for"),
        ["ApproveRequest"] = Sentence.Of("Access approved"),
        ["RejectRequest"] = Sentence.Of("Access request rejected"),
        ["CancelRequest"] = Sentence.Of("Access request withdrawn"),
        ["RevokeAccess"] = Sentence.Of("Access revoked"),
        ["ReturnAccess"] = Sentence.Of("Access given back"),
        ["ChangeAccessEnd"] = Sentence.Of("End of access changed"),
        ["RequestLapsed"] = Sentence.Of("Access request expired unanswered"),
        ["AccessExpired"] = Sentence.Of("Access expired"),
        ["CloseOver"] = Sentence.Of("Requests and accesses closed whose time was over"),
        ["CreateOrganization"] = Sentence.Of("Customer account created"),
        ["ChangeOrganization"] = Sentence.Of("Account Information changed"),
        ["ChangeManagedBy"] = Sentence.Of("Managed by changed"),
        ["AskForHandover"] = Sentence.Of("Handover asked for"),
        ["AcceptHandover"] = Sentence.Of("Handover accepted"),
        ["RefuseHandover"] = Sentence.Of("Handover refused"),
        ["WithdrawHandover"] = Sentence.Of("Handover request withdrawn"),
        ["HandOverOwnership"] = Sentence.Of("Ownership handed over"),
        ["NameOwner"] = Sentence.Of("Owner named"),
        ["RenewOwnerInvitation"] = Sentence.Of("New activation link sent to the owner"),
        ["ExportOrganizations"] = Sentence.Of("Customer accounts exported"),
        ["IssueActivationLink"] = Sentence.Of("Activation link issued"),
        ["SaveSupportContacts"] = Sentence.Of("Support Contacts saved"),
        ["StartImport"] = Sentence.Of("Import of accounts begun"),
        ["ImportChecked"] = Sentence.Of("Checked import begun"),
        ["StopImport"] = Sentence.Of("Import of accounts stopped"),
        ["CreateTenant"] = Sentence.Of("Partner created or changed"),
        ["ChangeDomains"] = Sentence.Of("Domains changed"),
        ["SetTenantStatus"] = Sentence.Of("Partner suspended or resumed"),
        ["Sweep"] = Sentence.Of("Old records removed"),
        ["ListMembers"] = Sentence.Of("Members viewed"),
        ["ListLockedAccounts"] = Sentence.Of("Locked accounts viewed"),
        ["ListAuditEvents"] = Sentence.Of("Audit trail viewed"),
        ["ExportAuditEvents"] = Sentence.Of("Audit trail exported"),
        ["ListRequests"] = Sentence.Of("Access requests viewed"),
        ["ShowRequest"] = Sentence.Of("Access request viewed"),
        ["ShowOrganization"] = Sentence.Of("Account Information viewed"),
        ["ShowSupportContacts"] = Sentence.Of("Support Contacts viewed"),
        ["FindSupportContactCandidates"] = Sentence.Of("Addresses for Support Contacts searched"),
    };

    /// <summary>Fields.</summary>
    public static IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        ["name"] = Sentence.Of("Name"),
        ["email"] = Sentence.Of("E-mail address"),
        ["role"] = Sentence.Of("Role"),
        ["status"] = Sentence.Of("Status"),
        ["state"] = Sentence.Of("State"),
        ["language"] = Sentence.Of("Language"),
        ["languages"] = Sentence.Of("Languages"),
        ["defaultLanguage"] = Sentence.Of("Default language"),
        ["timeZone"] = Sentence.Of("Time zone"),
        ["country"] = Sentence.Of("Country"),
        ["customerReference"] = Sentence.Of("Customer Reference"),
        ["numbers"] = Sentence.Of("Numbers"),
        ["managedBy"] = Sentence.Of("Managed by"),
        ["owner"] = Sentence.Of("Owner"),
        ["supportContacts"] = Sentence.Of("Support Contacts"),
        ["duration"] = Sentence.Of("Duration"),
        ["expiresAt"] = Sentence.Of("Ends on"),
        ["note"] = Sentence.Of("Note for approver"),
        ["reason"] = Sentence.Of("Reason"),
        ["outcome"] = Sentence.Of("Outcome"),
        ["tellsOwner"] = Sentence.Of("Mail to the owner about support sessions"),
        ["protectsKnownDevices"] = Sentence.Of("Known devices protected"),
        ["accentColor"] = Sentence.Of("Accent colour"),
        ["supportEmail"] = Sentence.Of("Support e-mail address"),
        ["domain"] = Sentence.Of("Domain"),
        ["primaryDomain"] = Sentence.Of("Main domain"),
    };

    /// <summary>Kinds of targets.</summary>
    public static IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string>
    {
        ["account"] = Sentence.Of("Account"),
        ["session"] = Sentence.Of("Session"),
        ["organization"] = Sentence.Of("Organization"),
        ["remote_login"] = Sentence.Of("Support session"),
        ["access_request"] = Sentence.Of("Access request"),
        ["tenant"] = Sentence.Of("Partner"),
        ["import"] = Sentence.Of("Import of accounts"),
    };

    /// <summary>Values that are one of few, by field; roles and languages have their own words.</summary>
    public static IReadOnlyDictionary<(string Field, string Value), string> Values { get; } = new Dictionary<(string, string), string>
    {
        [("status", "invited")] = Sentence.Of("Invited"),
        [("status", "active")] = Sentence.Of("Active"),
        [("status", "deactivated")] = Sentence.Of("Deactivated"),
        [("status", "suspended")] = Sentence.Of("Suspended"),
        [("managedBy", "service_provider")] = Sentence.Of("Service Provider"),
        [("managedBy", "customer")] = Sentence.Of("Customer"),
        [("state", "pending")] = Sentence.Of("Pending"),
        [("state", "approved")] = Sentence.Of("Approved"),
        [("state", "rejected")] = Sentence.Of("Rejected"),
        [("state", "cancelled")] = Sentence.Of("Withdrawn"),
        [("state", "lapsed")] = Sentence.Of("Unanswered"),
        [("state", "expired")] = Sentence.Of("Expired"),
        [("state", "revoked")] = Sentence.Of("Revoked"),
        [("state", "returned")] = Sentence.Of("Given back"),
    };
}
