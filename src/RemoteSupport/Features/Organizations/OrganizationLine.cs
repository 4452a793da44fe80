using System.Buffers;
using RemoteSupport.Features.Organizations.Import;

namespace RemoteSupport.Features.Organizations;

/// <summary>A line of the file of organizations (OR-8): comma-separated values (RFC 4180), under the same names in every language.</summary>
internal static class OrganizationLine
{
    /// <summary>Parts the numbers, and the contacts, in their cell.</summary>
    public const string Separator = "; ";

    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\r\n\t");

    /// <summary>The first line.</summary>
    public static string Head => string.Join(',', ImportColumns.All) + "\r\n";

    /// <summary>An organization's line.</summary>
    public static string Of(ExportedOrganization organization) => string.Join(',', Cells(organization).Select(Cell)) + "\r\n";

    // As ImportColumns.All.
    private static string?[] Cells(ExportedOrganization organization) =>
    [
        organization.Name, organization.CustomerReference, string.Join(Separator, organization.Numbers), organization.Country, organization.Language, organization.TimeZone,
        organization.ManagedBy, organization.Status, organization.OwnerName, organization.OwnerEmail, string.Join(Separator, organization.SupportContacts),
    ];

    private static string Cell(string? text)
    {
        var safe = SpreadsheetText.Guard(text ?? "");
        return !safe.AsSpan().ContainsAny(Quoted) ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
