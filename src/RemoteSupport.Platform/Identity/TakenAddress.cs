namespace RemoteSupport.Platform.Identity;

/// <summary>
/// An account whose address is already another account's (AC-3). It only stands in lists, so that whoever invited cannot tell it from others: nobody signs
/// in with it, since what people type is folded to lower case and never has this key. The address's holder is told by mail instead.
/// </summary>
public static class TakenAddress
{
    /// <summary>SQL: the key of the account <c>a</c> whose address it is; null for an account of its own.</summary>
    public const string HolderKey = "nullif(split_part(a.email_key, ' ', 3), '')";

    /// <summary>The key under which an organization, or (null) the partner, invites an address that is taken; one for each, so that inviting again finds it.</summary>
    public static string KeyFor(Guid? organizationId, string emailKey) => $"TAKEN {organizationId ?? Guid.Empty:N} {emailKey}";
}
