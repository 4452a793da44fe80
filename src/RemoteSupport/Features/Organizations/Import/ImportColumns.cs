namespace RemoteSupport.Features.Organizations.Import;

/// <summary>The columns of an import, which are those of an export (OR-8). Their names are the same in every language.</summary>
internal static class ImportColumns
{
    public const string Name = "name";
    public const string Reference = "customer_reference";
    public const string Numbers = "numbers";
    public const string Country = "country";
    public const string Language = "language";
    public const string TimeZone = "time_zone";
    public const string ManagedBy = "managed_by";
    public const string Status = "status";
    public const string OwnerName = "owner_name";
    public const string OwnerEmail = "owner_email";
    public const string Contacts = "support_contacts";

    /// <summary>All, in the order in which they are written.</summary>
    public static readonly IReadOnlyList<string> All = [Name, Reference, Numbers, Country, Language, TimeZone, ManagedBy, Status, OwnerName, OwnerEmail, Contacts];

    /// <summary>Without these there is nothing to make an account of.</summary>
    public static readonly IReadOnlyList<string> Compulsory = [Name, Reference, Country, Language, ManagedBy, Contacts];

    /// <summary>The column in which an operation's field stands ("numbers[0]", "owner.email"); null when it is about none.</summary>
    public static string? Of(string? field) => field?.Split('[', '.') switch
    {
        ["name", ..] => Name,
        ["customerReference", ..] => Reference,
        ["numbers", ..] => Numbers,
        ["country", ..] => Country,
        ["language", ..] => Language,
        ["timeZone", ..] => TimeZone,
        ["managedBy", ..] => ManagedBy,
        ["status", ..] => Status,
        ["owner", "email"] => OwnerEmail,
        ["owner", ..] => OwnerName,
        ["supportContacts" or "contacts", ..] => Contacts,
        _ => null,
    };
}
