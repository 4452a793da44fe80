namespace RemoteSupport.Features.Organizations;

/// <summary>What a person types about an organization on the partner's pages (OR-1).</summary>
public sealed record AccountForm
{
    /// <summary>What people call it.</summary>
    public string? Name { get; init; }

    /// <summary>The partner's own reference.</summary>
    public string? CustomerReference { get; init; }

    /// <summary>One number a line.</summary>
    public string? Numbers { get; init; }

    /// <summary>Two letters.</summary>
    public string? Country { get; init; }

    /// <summary>For messages to whoever has not chosen one.</summary>
    public string? Language { get; init; }

    /// <summary>IANA name.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The sign of what stood there when the form was opened.</summary>
    public string? Seen { get; init; }

    /// <summary>What stands there now, where somebody else has saved meanwhile: shown beside what is typed.</summary>
    internal AccountForm? Now { get; init; }

    /// <summary>The numbers as an operation takes them.</summary>
    internal IReadOnlyList<string?> Lines => Numbers?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>An organization as it is, to be changed.</summary>
    internal static AccountForm Of(OrganizationAnswer organization) => new()
    {
        Name = organization.Name, CustomerReference = organization.CustomerReference, Numbers = string.Join('\n', organization.Numbers), Country = organization.Country,
        Language = organization.Language, TimeZone = organization.TimeZone, Seen = organization.Sign(),
    };

    /// <summary>All of it, to be saved.</summary>
    internal ChangeOrganization ToChange(Guid id) => new()
    {
        Id = id, Name = Name, CustomerReference = CustomerReference, Numbers = Lines, Country = Country, Language = Language, TimeZone = TimeZone, Seen = Seen ?? "",
    };
}
