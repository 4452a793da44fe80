namespace RemoteSupport.Features.Organizations.Search;

/// <summary>What a list or search is narrowed to; null is all.</summary>
internal sealed record Scope
{
    public Scope(string? managedBy, string? status)
    {
        ManagedBy = managedBy is null ? ["customer", "service_provider"] : [managedBy];
        Statuses = status is null ? ["active", "suspended"] : [status];
    }

    public string[] ManagedBy { get; }

    public string[] Statuses { get; }
}
