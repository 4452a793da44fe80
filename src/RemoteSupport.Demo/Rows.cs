using System.Text.Json;

namespace RemoteSupport.Demo;

/// <summary>How rows travel: as one JSON text, whose names are the columns'.</summary>
internal static class Rows
{
    private static readonly JsonSerializerOptions Columns = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static string ToJson<T>(IEnumerable<T> rows) => JsonSerializer.Serialize(rows, Columns);
}

/// <summary>A row of organizations.</summary>
internal sealed record OrganizationRow(
    Guid Id, string Name, string? CustomerReference, string Country, string Language, string TimeZone, string ManagedBy, string Status, string CreatedBy, int DaysAgo);

/// <summary>A row of organization_numbers.</summary>
internal sealed record NumberRow(Guid OrganizationId, string Number);

/// <summary>A row of accounts.</summary>
internal sealed record AccountRow(
    Guid Id, string Email, string Name, string Kind, string Role, Guid? OrganizationId, string Status, string? Language, int DaysAgo);
