using RemoteSupport.Features.Operations;

return CommandLine.Find(args) is { } command ? await command.InvokeAsync() : await Serve.RunAsync(args);
