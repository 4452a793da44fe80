using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>What became of a test; the editor fetches it from here until that is known.</summary>
[Requires(Permission.Tenant)]
public sealed class TestResultPage(IMediator mediator) : PortalPage
{
    /// <summary>The test.</summary>
    public TestMessage Test { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!(await mediator.Send(new ShowTestMessage(id))).Succeeded(out var test, out var refusal)) return Refuse(refusal);
        Test = test;
        return Page();
    }
}
