using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace RemoteSupport.Features.Organizations;

/// <summary>
/// A short sign of what stands in an organization's fields. A form carries the sign of what its reader saw, so that of two people who save at once the second is
/// told and nothing is overwritten silently.
/// </summary>
internal static class OrganizationSign
{
    private const int Bytes = 12;

    /// <summary>The sign of what an organization says of itself; who manages and owns it, and whether it is suspended, have forms of their own.</summary>
    public static string Sign(this OrganizationAnswer organization) =>
        Of(organization.Name, organization.CustomerReference, organization.Numbers, organization.Country, organization.Language, organization.TimeZone);

    /// <summary>The sign that a draft will have.</summary>
    public static string Sign(this OrganizationRow draft, IReadOnlyList<string> numbers) =>
        Of(draft.Name, draft.CustomerReference, numbers, draft.Country, draft.Language, draft.TimeZone);

    private static string Of(string name, string? reference, IReadOnlyList<string> numbers, string country, string language, string timeZone) =>
        Base64Url.EncodeToString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes<string?[]>([name, reference, country, language, timeZone, .. numbers.Order(StringComparer.Ordinal)])).AsSpan(0, Bytes));
}
