using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;

namespace RemoteSupport.Features.Audit;

/// <summary>What happened, who did it, and what it changed (AU-2, RA-14).</summary>
public sealed class TrailPage(IMediator mediator, Clocks clocks) : PortalPage
{
    /// <summary>What is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public TrailForm Form { get; set; } = new();

    /// <summary>The last entry of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Cursor { get; set; }

    /// <summary>The entries.</summary>
    public AuditList List { get; private set; } = new([], null);

    /// <summary>Whom one can choose.</summary>
    public IReadOnlyList<AuditPerson> People { get; private set; } = [];

    /// <summary>Shows the entries.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var outcome = await mediator.Send(new ListAuditEvents { Filter = Form.Filter(clocks), Cursor = Cursor });
        if (!outcome.Succeeded(out var list, out var refusal)) return Refuse(refusal);
        List = list;
        People = (await mediator.Send(new ListAuditPeople())).Value ?? [];
        return Page();
    }

    /// <summary>Answers the same entries, all of them, as a file.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format)
    {
        var outcome = await mediator.Send(new ExportAuditEvents { Filter = Form.Filter(clocks) });
        if (!outcome.Succeeded(out var export, out var refusal)) return Refuse(refusal);
        await new AuditFile(export, format == "jsonl" ? "jsonl" : "csv").ExecuteAsync(HttpContext);
        return new EmptyResult();
    }

    /// <summary>What stands behind this page's address for the same entries and something more.</summary>
    public string Address(params (string Name, string Value)[] more) =>
        QueryString.Create(Form.Pairs.Concat(more).Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value))).Value ?? "";
}

/// <summary>The filter as a person fills it in: whole days of their own time zone.</summary>
public sealed record TrailForm
{
    /// <summary>The first day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Who did it.</summary>
    public Guid? Person { get; init; }

    /// <summary>Only in remote logins.</summary>
    public bool Remote { get; init; }

    /// <summary>What was done.</summary>
    public string? Action { get; init; }

    /// <summary>To what.</summary>
    public Guid? Target { get; init; }

    /// <summary>True when something is asked for.</summary>
    public bool IsSet => Pairs.Any();

    internal IEnumerable<(string Name, string Value)> Pairs
    {
        get
        {
            if (From is { } from) yield return ("from", $"{from:yyyy-MM-dd}");
            if (To is { } to) yield return ("to", $"{to:yyyy-MM-dd}");
            if (Person is { } person) yield return ("person", person.ToString());
            if (Remote) yield return ("remote", "true");
            if (Action is { Length: > 0 } action) yield return ("action", action);
            if (Target is { } target) yield return ("target", target.ToString());
        }
    }

    internal AuditFilter Filter(Clocks clocks) => new()
    {
        From = IsReal(From) ? clocks.StartOf(From!.Value) : null,
        To = IsReal(To) ? clocks.StartOf(To!.Value.AddDays(1)) : null,
        ActorId = Person,
        IsRemote = Remote,
        Action = string.IsNullOrEmpty(Action) ? null : Action,
        TargetId = Target,
    };

    private static bool IsReal(DateOnly? day) => day is { Year: > 1900 and < 9000 };
}
