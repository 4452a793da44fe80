using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;

namespace RemoteSupport.Features.Organizations;

/// <summary>Accounts: the partner's customers, searched, narrowed and page by page (OR-6).</summary>
[Requires(Permission.Organizations)]
public sealed class AccountsPage(IMediator mediator) : PortalPage
{
    private const int Rows = 25;

    /// <summary>What is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public AccountsFilter Filter { get; set; } = new();

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    /// <summary>What there is.</summary>
    public FoundOrganizations Found { get; private set; } = new([], null);

    /// <summary>As many as a search finds: there may be more that fit.</summary>
    public bool IsFull => Filter.IsSearch && Found.Organizations.Count == FindOrganizations.MostHits;

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var cursor = Filter.IsSearch ? null : Cursor;
        var outcome = await mediator.Send(new FindOrganizations { Query = Filter.Query, ManagedBy = Filter.ManagedBy, Status = Filter.Status, Cursor = cursor, Limit = Rows });
        if (!outcome.Succeeded(out var found, out var refusal)) return Refuse(refusal);
        Found = found;
        return Page();
    }
}

/// <summary>What the list of accounts is narrowed to, as its address says it.</summary>
public sealed record AccountsFilter
{
    /// <summary>An id, or a part of a name, a customer reference or a number.</summary>
    public string? Query { get; init; }

    /// <summary>"service_provider" or "customer".</summary>
    public string? ManagedBy { get; init; }

    /// <summary>"active" or "suspended".</summary>
    public string? Status { get; init; }

    /// <summary>Whether something is searched for.</summary>
    public bool IsSearch => !string.IsNullOrWhiteSpace(Query);

    /// <summary>Whether anything is asked for at all.</summary>
    public bool IsSet => IsSearch || ManagedBy is not null || Status is not null;

    /// <summary>What stands behind an address for the same accounts, and for a place among them.</summary>
    internal string Behind(string address, string? cursor = null) =>
        address + QueryString.Create(
            new (string Name, string? Value)[] { ("query", IsSearch ? Query : null), ("managedBy", ManagedBy), ("status", Status), ("cursor", cursor) }
                .Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Name, pair.Value))).Value;
}
