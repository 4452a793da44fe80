using System.Collections.Immutable;

namespace RemoteSupport.Platform.Tenancy;

/// <summary>A white-label partner as a request sees it (TN-1, TN-3). Kept in memory by every node; never changed in place.</summary>
public sealed record TenantInfo
{
    /// <summary>The key of the fence.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its subdomain, such as "ponteverde".</summary>
    public required string Slug { get; init; }

    /// <summary>A suspended tenant answers nothing but that.</summary>
    public required bool IsSuspended { get; init; }

    /// <summary>The name that its users see, everywhere.</summary>
    public required string Name { get; init; }

    /// <summary>"#rrggbb".</summary>
    public required string AccentColor { get; init; }

    /// <summary>Where its users find a person.</summary>
    public required string SupportEmail { get; init; }

    /// <summary>ISO 3166-1 alpha-2; how phone numbers without a country are read.</summary>
    public required string Country { get; init; }

    /// <summary>For whoever has not chosen one.</summary>
    public required string DefaultLanguage { get; init; }

    /// <summary>Languages its users may choose from.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>IANA name, for whoever has not chosen one.</summary>
    public required string TimeZone { get; init; }

    /// <summary>A device that has signed in before keeps its own five tries (AC-10).</summary>
    public required bool ProtectsKnownDevices { get; init; }

    /// <summary>The longest access that a supporter may ask for and an owner may give (RA-4).</summary>
    public required TimeSpan LongestAccess { get; init; }

    /// <summary>How long the link of an invitation to a call can be used.</summary>
    public required TimeSpan InvitationLifetime { get; init; }

    /// <summary>Counts up with each change of the brand: part of its files' addresses.</summary>
    public required long Version { get; init; }

    /// <summary>The host its links are made with, where it has one of its own.</summary>
    public string? PrimaryDomain { get; init; }

    /// <summary>Whether it has a logo of its own.</summary>
    public required bool HasLogo { get; init; }

    /// <summary>Whom its e-mails come from, where that is not <see cref="Name"/>.</summary>
    public string? SenderName { get; init; }

    /// <summary>What stands below its pages and e-mails, by language; who reads another language sees none.</summary>
    public IReadOnlyDictionary<string, string> Footers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Where it says who it is; https.</summary>
    public string? ImprintUrl { get; init; }

    /// <summary>Where it says how it treats personal data; https.</summary>
    public string? PrivacyUrl { get; init; }
}
